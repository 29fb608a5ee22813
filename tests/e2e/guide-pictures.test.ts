import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { PICTURE_WIDTH, PICTURES, type PictureName } from '@/components/guide/pictures';
import { revoke } from '@/lib/access/grants/commands';
import { revokeSchema } from '@/lib/access/grants/schema';
import { showId } from '@/lib/core/id';
import { act } from '@/lib/demo/world/stage';
import { requestedAccess } from '../fixtures/jobs';
import { accepted, approved, asked, proposed } from '../fixtures/money';
import { makeConversation } from '../fixtures/requests';
import { enter, giveCard, join as joinProduct, letIn, openRoom, type Room } from './rooms';
import { expect, type Person, test } from './test';

/**
 * The guide's pictures, of a job between two invented sides. An ordinary run puts them where it leaves all its pictures;
 * `GUIDE_PICTURES=1` puts them into public/guide, from where they are committed.
 */
const FOLDER = process.env.GUIDE_PICTURES ? 'public/guide' : 'test-results/guide';
const MARGIN = 1;

test.beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true });
});

const at = (path: string, id: string, rest = '') => `${path}/${showId(id)}${rest}`;

/** A room as a reader of the guide should see it: without its mark, and with a second answer. */
async function openShop(): Promise<Room> {
  const room = await openRoom();
  const db = joinProduct();
  const { customerId, companyId, otherCompanyId, requestId, responseId, otherExpertId } = room;
  await db.customer.update({ where: { id: customerId }, data: { name: 'Harbour Bookshop' } });
  await db.company.update({ where: { id: companyId }, data: { name: 'Northlight' } });
  await db.request.update({
    where: { id: requestId },
    data: {
      title: 'RDS for PostgreSQL: product pages take eight seconds since Monday',
      description:
        'Our shop became slow after an update on Monday. CPU and connections look as ever.\nWe want the cause found and mended, with a page on what was changed.',
      contactName: 'Una',
      contactEmail: 'una@harbour.example',
    },
  });
  await db.response.update({
    where: { id: responseId },
    data: { text: 'This looks like a plan that changed after the update. I would begin with the slow log.' },
  });
  const of = { requestId, customerId, companyId: otherCompanyId, expertId: otherExpertId };
  const other = await makeConversation(db, of);
  await db.response.update({
    where: { id: other.responseId },
    data: { text: 'I have mended the same thing for two shops this year, and could look at it tonight.' },
  });
  return room;
}

test('pictures of requests, answers and accounts', async ({ person }) => {
  const room = await openShop();
  const { requestId } = room;
  await take(await person('nobody'), 'landing', '/');
  const owner = await enter(await person('owner'), room, 'owner');
  await take(owner, 'request-new', '/requests/new');
  await take(owner, 'request-answers', at('/requests', requestId));
  await take(owner, 'compare', at('/requests', requestId, '/compare'));
  await take(owner, 'mail-settings', '/settings/notifications');
  await take(await enter(await person('newcomer'), room, 'newcomer'), 'register', '/register');
  const expert = await enter(await person('expert'), room, 'expert');
  await take(expert, 'profile', '/profile');
  await take(expert, 'work', '/work');
});

test('pictures of a proposal', async ({ person }) => {
  const room = await openShop();
  await giveCard(room);
  const { proposalId } = await proposed(room, { title: 'Find the slow query and mend it' });
  const owner = await enter(await person('owner'), room, 'owner');
  await take(owner, 'proposal', at('/proposals', proposalId));
  const expert = await enter(await person('expert'), room, 'expert');
  await take(expert, 'proposal-new', at('/conversations', room.conversationId, '/proposal'));
});

test('pictures of a job', async ({ person }) => {
  const room = await openShop();
  await giveCard(room);
  const job = await accepted(room, { title: 'Find the slow query and mend it' });
  const paid = await asked(room, job, { amount: '400', note: 'The cause is found; the report is above.' });
  const owner = await enter(await person('owner'), room, 'owner');
  await take(owner, 'payment', at('/payment-requests', paid));
  await take(owner, 'conversation', at('/conversations', room.conversationId));
  const permission = await requestedAccess(room, job);
  await take(owner, 'access-decide', at('/access', permission));
});

test('pictures of an access, and of its end', async ({ person }) => {
  const room = await openShop();
  await giveCard(room);
  const db = joinProduct();
  const job = await accepted(room, { title: 'Find the slow query and mend it' });
  const permissionRequestId = await letIn(room, job);
  const path = at('/access', permissionRequestId);
  const owner = await enter(await person('owner'), room, 'owner');
  await take(owner, 'access-live', path);
  const { id: grantId } = await db.grant.findFirstOrThrow({ where: { permissionRequestId } });
  await act(room.people.owner, revoke, revokeSchema, { grantId });
  const grant = () => db.grant.findUniqueOrThrow({ where: { id: grantId } });
  await expect.poll(async () => (await grant()).status, { timeout: 45_000 }).toBe('revoked');
  await take(owner, 'access-ended', path);
  await approved(room, await asked(room, job, { amount: '400', final: true }));
  await expect
    .poll(() => db.payment.count({ where: { customerId: room.customerId, status: 'succeeded' } }), {
      timeout: 45_000,
    })
    .toBeGreaterThan(0);
  await take(owner, 'review', at('/conversations', room.conversationId, '/review'));
});

/** What a page shows between its bars, as wide as the guide is. */
async function take({ page }: Person, name: PictureName, path: string): Promise<void> {
  const { height } = PICTURES[name];
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: PICTURE_WIDTH, height });
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  const top = await page.getByRole('main').evaluate((main) => Math.round(main.getBoundingClientRect().top));
  await page.setViewportSize({ width: PICTURE_WIDTH, height: height + top + MARGIN });
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({
    clip: { x: 0, y: top, width: PICTURE_WIDTH, height },
    animations: 'disabled',
    caret: 'initial',
  });
  await sharp(picture)
    .webp({ quality: 82, effort: 6 })
    .toFile(join(FOLDER, `${name}.webp`));
}
