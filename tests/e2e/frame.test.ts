import type { Page } from '@playwright/test';
import { showId } from '@/lib/core/id';
import { doors } from '../fixtures/members';
import { doneOf } from '../fixtures/outcome';
import { makePerson } from '../fixtures/world';
import { enter, enterAs, join, openRoom } from './rooms';
import { register } from './steps';
import { expect, test } from './test';

declare global {
  interface Window {
    sameDocument?: boolean;
  }
}

const rail = (page: Page) => page.getByRole('complementary').first();
const entry = (page: Page, name: string) =>
  rail(page).getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

/** Whether React has taken the page over: what it would save, it would save from now on. */
const isAwake = () =>
  Object.keys(document.querySelector('main form') ?? {}).some((key) => key.startsWith('__react'));

test('the frame follows who one is, without a reload: registered, renamed, invited, gone', async ({
  person,
}) => {
  const room = await openRoom();
  const email = `${room.mark}@guest.example`;
  const personId = await makePerson(join(), `Wren ${room.mark}`, { email });
  const { owner } = room.people;
  doneOf(await doors.invite(owner, { customerId: room.customerId, email, rights: ['owner'] }));
  const { page } = await enterAs(await person('newcomer'), personId);

  await page.goto('/register');
  await page.evaluate(() => {
    window.sameDocument = true;
  });
  await expect(entry(page, 'Earnings')).toHaveCount(0);
  await register({ page, context: page.context() }, { number: `F-${room.mark}`, name: `Wren ${room.mark}` });
  await expect(page).toHaveURL(/\/work$/);
  await expect(entry(page, 'Earnings')).toBeVisible();

  await entry(page, 'Company').click();
  await page.getByLabel('Company name').fill(`Kestrel ${room.mark}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rail(page).getByText(`Kestrel ${room.mark}`)).toBeVisible();

  await rail(page).getByRole('link', { name: 'Settings' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(`Robin ${room.mark}`);
  await page.getByRole('form', { name: 'About you' }).getByRole('button', { name: 'Save' }).click();
  await expect(rail(page).getByText(`Robin ${room.mark}`)).toBeVisible();

  await page.getByRole('link', { name: 'View invitation' }).click();
  await page.getByRole('button', { name: 'Become a member' }).click();
  await expect(entry(page, 'Payments')).toBeVisible();
  await expect(rail(page).getByText(`Harbour Bookshop ${room.mark}`)).toBeVisible();

  await entry(page, 'Members').click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page).toHaveURL(/\/settings/);
  await expect(entry(page, 'Payments')).toHaveCount(0);
  await expect(rail(page).getByText(`Harbour Bookshop ${room.mark}`)).toHaveCount(0);
  expect(await page.evaluate(() => window.sameDocument)).toBe(true);
});

test('a page that takes long shows its shape, and then itself', async ({ person }) => {
  const room = await openRoom();
  const { page } = await enter(await person('owner'), room, 'owner');
  await page.goto('/requests');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/payments?*', async (route) => {
    await held;
    await route.continue();
  });
  await entry(page, 'Payments').click();
  const main = page.getByRole('main');
  await expect(main.getByText('Page: loading')).toBeAttached();
  await expect(main.getByRole('heading', { name: 'Requests', level: 1 })).toBeHidden();
  release();
  await expect(main.getByRole('heading', { name: 'Payments', level: 1 })).toBeVisible();
  await expect(main.getByText('Page: loading')).toHaveCount(0);
  await entry(page, 'Requests').click();
  await expect(main.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible();
});

test('looking at a form makes no draft of it', async ({ person }) => {
  const room = await openRoom();
  const db = join();
  const drafts = async () => [
    await db.requestDraft.count({ where: { personId: room.people.owner.personId } }),
    await db.conversationDraft.count({ where: { conversationId: room.conversationId } }),
  ];
  const conversation = `/conversations/${showId(room.conversationId)}`;
  const looks = {
    owner: [
      '/requests/new',
      '/requests/new?title=Move%20our%20site&service=lambda',
      `/requests/new?to=${showId(room.companyId)}`,
      conversation,
    ],
    expert: [conversation, `${conversation}/proposal`],
  } as const;
  for (const who of ['owner', 'expert'] as const) {
    const { page } = await enter(await person(who), room, who);
    await page.clock.install();
    for (const path of looks[who]) {
      await page.goto(path);
      await expect.poll(() => page.evaluate(isAwake)).toBe(true);
      // Long enough for whatever is saved after a pause; then the page is left as a link leaves it.
      await page.clock.runFor(10_000);
      await page.goto('/settings');
    }
  }
  expect(await drafts()).toEqual([0, 0]);
});
