import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { revoke } from '@/lib/access/grants/commands';
import { revokeSchema } from '@/lib/access/grants/schema';
import { showId } from '@/lib/core/id';
import { act } from '@/lib/demo/world/stage';
import { database } from '@/lib/platform/db/client';
import { accepted } from '../fixtures/money';
import { enter, giveCard, type Job, letIn, openJob, openRoom, type Who } from './rooms';
import { sideways } from './sound';
import { be } from './steps';
import { expect, type Person, test } from './test';

/** `PICTURES=1` leaves a picture of each page here, at each width, light and dark. */
const FOLDER = 'test-results/pictures';
const WIDTHS = [
  [360, 800],
  [768, 1024],
  [1440, 900],
] as const;

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});

const at = (path: string, id: string, rest = '') => `${path}/${showId(id)}${rest}`;

test('pictures of what anyone sees', async ({ person }) => {
  const nobody = await person('nobody');
  for (const [name, path] of Object.entries({ landing: '/', 'sign-in': '/sign-in', demo: '/demo' }))
    await take(nobody, name, path);
});

test('pictures of the demo world', async ({ person }) => {
  const nadia = await person('Nadia');
  await be(nadia, 'Nadia');
  await take(nadia, 'demo-requests', '/requests');
  await nadia.page.goto('/requests');
  const [first] = await nadia.page.locator('main a[href^="/requests/0"]').all();
  await take(nadia, 'demo-request', (await first?.getAttribute('href')) ?? '/nowhere');
  await take(nadia, 'demo-conversations', '/conversations');
  const mateo = await person('Mateo');
  await be(mateo, 'Mateo');
  await take(mateo, 'demo-work', '/work');
  await take(mateo, 'demo-profile', '/profile');
  await mateo.page.goto('/company');
  const company = await mateo.page.getByRole('link', { name: 'How customers see it' }).getAttribute('href');
  await take(mateo, 'demo-company', company ?? '/nowhere');
  const ines = await person('Ines');
  await be(ines, 'Ines');
  await take(ines, 'demo-verification', '/admin/verification');
});

test('pictures of a job from both sides', async ({ person }) => {
  const job = await openJob();
  const sights: [Who, string, (of: Job) => string][] = [
    ['owner', 'request', ({ requestId }) => at('/requests', requestId)],
    ['owner', 'conversation-customer', ({ conversationId }) => at('/conversations', conversationId)],
    ['expert', 'conversation-expert', ({ conversationId }) => at('/conversations', conversationId)],
    ['owner', 'proposal', ({ proposalId }) => at('/proposals', proposalId)],
    ['expert', 'proposal-new', ({ conversationId }) => at('/conversations', conversationId, '/proposal')],
    ['owner', 'payment', ({ paymentRequestId }) => at('/payment-requests', paymentRequestId)],
    ['owner', 'access-decide', ({ permissionRequestId }) => at('/access', permissionRequestId)],
    ['expert', 'earnings', () => '/earnings'],
  ];
  const browsers = new Map<Who, Person>();
  for (const [who, name, path] of sights) {
    const browser = browsers.get(who) ?? (await enter(await person(who), job, who));
    browsers.set(who, browser);
    await take(browser, name, path(job));
  }
  // The job's own request is closed, as everything of it is done.
  const open = await openRoom();
  await take(await enter(await person('reader'), open, 'otherExpert'), 'work', at('/work', open.requestId));
});

test('pictures of an access while it is live, and after its end', async ({ person }) => {
  const room = await openRoom();
  await giveCard(room);
  const permissionRequestId = await letIn(room, await accepted(room));
  const path = at('/access', permissionRequestId);
  const owner = await enter(await person('owner'), room, 'owner');
  await take(owner, 'access-live', path);
  await take(await enter(await person('expert'), room, 'expert'), 'access-live-expert', path);
  const { id: grantId } = await database().grant.findFirstOrThrow({ where: { permissionRequestId } });
  await act(room.people.owner, revoke, revokeSchema, { grantId });
  const grant = () => database().grant.findUniqueOrThrow({ where: { id: grantId } });
  await expect.poll(async () => (await grant()).status, { timeout: 45_000 }).toBe('revoked');
  await take(owner, 'access-ended', path);
  await take(owner, 'conversation-ended', at('/conversations', room.conversationId));
});

/** One page at three widths. What is asked of each: that it is there, and does not scroll sideways. */
async function take({ page }: Person, name: string, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  for (const [width, height] of WIDTHS) {
    await page.setViewportSize({ width, height });
    expect.soft(await sideways(page), `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
    if (process.env.PICTURES) await picture(page, `${name}-${width}`);
  }
}

/** The same page in both looks. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(FOLDER, `${name}-${colorScheme}.png`);
    await page.screenshot({ path, fullPage: true, animations: 'disabled', caret: 'initial' });
  }
}
