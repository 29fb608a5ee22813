import type { Browser, Locator } from '@playwright/test';
import { showId } from '@/lib/core/id';
import { appOf } from '../fixtures/factors';
import { proposed } from '../fixtures/money';
import { giveDevice } from './device';
import { codeIn, mailTo } from './inbox';
import { place } from './place';
import { enter, giveCard, join, openRoom, type Room } from './rooms';
import { sound } from './sound';
import { confirmByMail, mailedCode, nextCode, proving, saveCodes } from './steps';
import { expect, type Person, test } from './test';

let room: Room;
test.beforeEach(async () => {
  room = await openRoom();
});

/** Makes every proof of the person older than it may be. */
async function letProofAge(personId: string): Promise<void> {
  const provedAt = new Date(Date.now() - 11 * 60_000);
  await join().session.updateMany({ where: { personId }, data: { provedAt } });
}

/** Presses Tab until it is there, as somebody without a mouse would, and then Enter. */
async function pressByKeyboard({ page }: Person, control: Locator): Promise<void> {
  await control.waitFor();
  const there = () => control.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 80 && !(await there()); stops += 1) await page.keyboard.press('Tab');
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
}

test('a passkey is enrolled on the word of the mailbox, signs in without an address, and confirms a price', async ({
  person,
}) => {
  test.setTimeout(180_000);
  await giveCard(room);
  const { personId, email } = room.people.owner;
  const owner = await enter(await person('owner'), room, 'owner');
  const { page, context } = owner;
  await page.setViewportSize({ width: 360, height: 800 });
  await giveDevice(owner);
  const add = async () => {
    await page.getByLabel('Passkey name').fill('Blue laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
  };
  await page.goto('/settings/security');
  await add();
  await expect(proving(owner)).toBeVisible();
  await sound(owner.page);
  await confirmByMail(owner, email);
  await expect(page).toHaveURL(/\/settings\/security\/recovery/);
  await page.goto('/settings/security');
  await expect(page.getByText('Blue laptop', { exact: true }).first()).toBeVisible();
  await sound(owner.page);

  await context.clearCookies();
  await page.goto('/sign-in?next=/payments');
  await sound(owner.page);
  await pressByKeyboard(owner, page.getByRole('button', { name: 'Sign in with a passkey' }));
  await expect(page).toHaveURL(/:\d+\/payments/);

  await letProofAge(personId);
  const { proposalId } = await proposed(room);
  await page.goto(`/proposals/${showId(proposalId)}`);
  await page.getByRole('button', { name: 'Review and accept' }).click();
  await page.getByRole('button', { name: /^Accept for up to/ }).click();
  await expect(proving(owner)).toBeVisible();
  await sound(owner.page);
  await pressByKeyboard(owner, page.getByRole('button', { name: 'Confirm with a passkey' }));
  await expect(page).toHaveURL(/:\d+\/conversations\//);
  await expect(page.getByText('You accepted the proposal').last()).toBeVisible();

  await page.goto('/settings/security');
  await page.getByText('Rename or remove').click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('How you confirm it’s you has changed')).toBeVisible();
  await expect(page.getByText('Blue laptop')).toHaveCount(0);
});

test('without JavaScript: an authenticator is set up on the way to a price, and a recovery code takes its place', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await giveCard(room);
  const { personId, email } = room.people.owner;
  const owner = await enter(await plain(browser), room, 'owner');
  const { page } = owner;
  const { proposalId } = await proposed(room);
  const confirm = page.getByRole('button', { name: 'Confirm it’s you' });
  await page.goto(`/proposals/${showId(proposalId)}`);
  await page.getByRole('button', { name: /^Accept for up to/ }).click();
  await confirm.click();
  const [setting] = await Promise.all([
    owner.context.waitForEvent('page'),
    page.getByRole('link', { name: 'Set up an authenticator app on a new tab' }).click(),
  ]);
  await setting.getByRole('button', { name: 'Email me a code' }).click();
  await setting.getByLabel('Code from the email').fill(await mailedCode(email));
  await setting.getByRole('button', { name: 'Confirm', exact: true }).click();
  await setting.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const app = appOf(((await setting.locator('code').textContent()) ?? '').replace(/\s/g, ''));
  await setting.getByLabel('Code from the app').fill(await nextCode(app));
  await setting.getByRole('button', { name: 'Finish' }).click();
  const codes = await saveCodes({ page: setting });
  await setting.close();

  // It took too long: asked again, by what there is now; and what was pressed is done with the proof.
  await letProofAge(personId);
  await page.getByRole('button', { name: 'I’ve set it up: go on' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('authenticator app');
  await confirm.click();
  await page.getByLabel('Recovery code').fill('aaaaa-aaaaa');
  await page.getByRole('button', { name: 'Confirm with this code' }).click();
  await expect(page.getByRole('alert')).toContainText('isn’t one of your recovery codes');
  expect((await join().proposal.findUniqueOrThrow({ where: { id: proposalId } })).status).toBe('proposed');
  await page.getByLabel('Recovery code').fill(codes[3] ?? '');
  await page.getByRole('button', { name: 'Confirm with this code' }).click();
  await expect(page).toHaveURL(/:\d+\/conversations\//);
  await expect(page.getByText('You accepted the proposal').last()).toBeVisible();

  // From here on the mail alone signs nobody in: what was set up is asked for as well.
  await owner.context.clearCookies();
  await page.goto('/payments');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Email me a code' }).click();
  const mail = await mailTo(email, { subject: 'Sign in to Groundcrew' });
  await page.getByLabel('Code from the email').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in\/factor\?next=/);
  await page.goto('/payments');
  await page.getByRole('link', { name: 'Confirm it’s you' }).click();
  await page.getByRole('textbox', { name: 'Recovery code' }).fill('aaaaa-aaaaa');
  await page.getByRole('button', { name: 'Sign in with this code' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('isn’t one of your recovery codes');
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[4] ?? '');
  await page.getByRole('button', { name: 'Sign in with this code' }).click();
  await expect(page).toHaveURL(/:\d+\/payments/);
  // Having just given it, the person may choose to be asked later.
  await page.goto('/settings/security#when');
  await page.getByRole('button', { name: 'Ask only before money and access' }).click();
  await expect(page.getByRole('button', { name: 'Ask at sign-in too' })).toBeVisible();
});

test('what Next would fall over is refused with a sentence and under our headers', async () => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, place().app), { redirect: 'manual', ...init });
  const headed = ({ headers }: Response) => headers.get('content-security-policy')?.includes("'nonce-");
  for (const path of ['/e/%E0%A4%A', '/requests/%E0%A4%A', '/api/photos/%E0%A4%A', '/api/auth/%E0%A4%A']) {
    const answer = await ask(path);
    expect([path, answer.status, headed(answer)]).toEqual([path, 400, true]);
  }
  for (const path of ['/icon.svgX', '/_next/imageX', '/_next/staticX', '/favicon.ico']) {
    const answer = await ask(path);
    expect([path, answer.status, headed(answer)]).toEqual([path, 404, true]);
  }
  const post = (path: string, type: string) =>
    ask(path, { method: 'POST', body: 'x', headers: { origin: place().app, 'content-type': type } });
  for (const path of ['/api/sessions', '/api/payment-methods/setup', '/api/auth/signout'])
    for (const type of ['text/plain', 'application/json', 'multipart/form-data'])
      expect([path, type, (await post(path, type)).status]).toEqual([path, type, 415]);
  expect((await post('/api/sessions', 'multipart/form-data; boundary=x')).status).toBe(400);
  expect((await post('/sign-in', 'multipart/form-data')).status).toBe(400);
});

test('the demo shows what the authenticator of its people shows', async ({ person }) => {
  const nadia = await person('Nadia');
  const { page } = nadia;
  await page.goto('/demo');
  await page.getByRole('button', { name: 'Sign in as Nadia' }).click();
  await expect(page).not.toHaveURL(/\/demo$/);
  await page.goto('/confirm?for=access&next=/requests');
  await sound(nadia.page);
  await page.getByRole('button', { name: /^Confirm with \d{3} \d{3}$/ }).click();
  await expect(page).toHaveURL(/\/requests/);
});

test('a session that is ended from another browser is over there', async ({ person }) => {
  const here = await enter(await person('here'), room, 'owner');
  const there = await enter(await person('there'), room, 'owner');
  await there.page.goto('/requests');
  await expect(there.page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible();
  await here.page.goto('/settings/security#sessions');
  await expect(here.page.getByText('This browser')).toBeVisible();
  await here.page.getByRole('button', { name: 'End all others' }).click();
  await expect(here.page.getByRole('button', { name: 'End all others' })).toHaveCount(0);
  await there.page.goto('/requests');
  await expect(there.page).toHaveURL(/\/sign-in/);
  await here.page.goto('/requests');
  await expect(here.page).toHaveURL(/\/requests/);
});

/** A browser that runs no script at all. */
async function plain(browser: Browser): Promise<Person> {
  const context = await browser.newContext({ baseURL: place().app, javaScriptEnabled: false });
  return { page: await context.newPage(), context };
}
