import { revoke } from '@/lib/access/grants/commands';
import { revokeSchema } from '@/lib/access/grants/schema';
import { showId } from '@/lib/core/id';
import { act } from '@/lib/demo/world/stage';
import { accepted } from '../fixtures/money';
import { say as sayAs } from '../fixtures/talk';
import { mailTo } from './inbox';
import { place } from './place';
import { enter, giveCard, join, letIn, openRoom } from './rooms';
import { soundThroughout } from './sound';
import { expect, test } from './test';

type Stored = { seq: number; subject: string; text: string; headers: { name: string; value: string }[] };
const mailsTo = async (to: string) => {
  const answer = await fetch(`${place().mail}/api/mails?${new URLSearchParams({ to })}`);
  return ((await answer.json()) as { mails: Stored[] }).mails;
};

test('the numbers of the frame stay true on a page that is not loaded anew', async ({ person }) => {
  const room = await openRoom();
  const { owner, expert } = room.people;
  const { page } = await enter(await person('customer'), room, 'owner');
  const link = (name: RegExp) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
  await page.goto(`/conversations/${showId(room.conversationId)}`);
  await expect(link(/^Conversations$/)).toBeVisible();
  await page.goto('/settings');
  await expect(link(/^Conversations$/)).toBeVisible();
  await sayAs(expert, room.conversationId, 'Good morning');
  await expect(link(/^Conversations\s*1\s*unread$/)).toBeVisible();

  await expect(link(/^Access$/)).toBeVisible();
  await giveCard(room);
  const permissionRequestId = await letIn(room, await accepted(room));
  await expect(link(/^Access\s*1\s*active$/)).toBeVisible();
  const { id } = await join().grant.findUniqueOrThrow({ where: { permissionRequestId } });
  await act(owner, revoke, revokeSchema, { grantId: id });
  await expect(link(/^Access$/)).toBeVisible();
});

test('what somebody chooses is what is mailed: at once, not at all, once a day', async ({ person }) => {
  const room = await openRoom();
  const { owner, expert } = room.people;
  const { page } = await enter(await person('customer'), room, 'owner');
  await sayAs(expert, room.conversationId, 'Good morning');
  const first = await mailTo(owner.email);
  expect(first.subject).toBe('New message about your job');

  await page.goto('/notifications');
  await expect(page.getByRole('link', { name: /^Unread: New message about/ })).toBeVisible();
  await page.getByRole('link', { name: 'Email notifications' }).click();
  await page.getByRole('group', { name: 'Messages' }).getByLabel('No email').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
  await expect(page.getByRole('group', { name: 'Messages' }).getByLabel('No email')).toBeChecked();

  // Read in the conversation, it is read in the bell.
  await page.goto(`/conversations`);
  await page
    .getByRole('link', { name: new RegExp(room.mark) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/conversations\/\w{26}/);
  const conversation = page.url();
  await expect
    .poll(() => join().notification.count({ where: { personId: owner.personId, readAt: null } }))
    .toBe(0);

  // On an open page of the conversation it would be read at once.
  await page.goto('/settings/notifications');
  await sayAs(expert, room.conversationId, 'Are you there?');
  const unread = () => join().notification.count({ where: { personId: owner.personId, readAt: null } });
  await expect.poll(unread).toBe(1);
  await page.getByRole('group', { name: 'Messages' }).getByLabel('Once a day').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
  await page.goto(conversation);
  await expect.poll(unread).toBe(0);
  await page.goto('/settings/notifications');

  // What waits for the morning: the morning comes to the row, since the clock is everybody's.
  await sayAs(expert, room.conversationId, 'I have found it.');
  await expect.poll(unread).toBe(1);
  await join().notification.updateMany({
    where: { personId: owner.personId, digestAt: { not: null } },
    data: { digestAt: new Date(0) },
  });
  const digest = await mailTo(owner.email, { after: first.seq });
  expect(digest.subject).toBe('Your day on Groundcrew: 1 update');
  expect(digest.text).toContain(room.mark);
  expect(await mailsTo(owner.email)).toHaveLength(2);
});

test('one click in the mail turns off its kind, without signing in', async ({ person, browser }) => {
  const room = await openRoom();
  const { owner, expert } = room.people;
  await sayAs(expert, room.conversationId, 'Good morning');
  await mailTo(owner.email);
  const [mail] = await mailsTo(owner.email);
  const of = (name: string) => mail!.headers.find((one) => one.name.toLowerCase() === name)?.value ?? '';
  expect(of('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const url = /^<([^>]+)>/.exec(of('list-unsubscribe'))![1]!;

  // The page: nothing changes until its button is pressed; no script and no session are needed.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Unsubscribe' })).toBeVisible();
  expect(await join().notificationSetting.count({ where: { personId: owner.personId } })).toBe(0);
  await page.getByRole('button', { name: /^Turn off emails about/ }).click();
  await expect(page.getByRole('heading', { name: 'You’re unsubscribed' })).toBeVisible();
  expect(await join().notificationSetting.findMany({ where: { personId: owner.personId } })).toMatchObject([
    { topic: 'messages', pace: 'off' },
  ]);
  await plain.close();

  // The mailbox's own button: a bare POST.
  await join().notificationSetting.deleteMany({ where: { personId: owner.personId } });
  const answer = await fetch(url, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(200);
  const { page: settings } = await enter(await person('customer'), room, 'owner');
  await settings.goto('/settings/notifications');
  await expect(settings.getByRole('group', { name: 'Messages' }).getByLabel('No email')).toBeChecked();
});

test('an address that refuses mail gets no more of it; its owner sees why, and tries again', async ({
  person,
}) => {
  const room = await openRoom();
  const { owner, expert } = room.people;
  const refuse = (answer: string) =>
    fetch(`${place().mail}/api/refusals?${new URLSearchParams({ to: owner.email, answer })}`, {
      method: 'POST',
    });
  await refuse('550 5.1.1 No such user here');
  await sayAs(expert, room.conversationId, 'Good morning');
  await expect.poll(() => join().mailStop.count({ where: { email: owner.email } })).toBe(1);
  await refuse('');
  const { page } = await enter(await person('customer'), room, 'owner');
  await page.goto('/settings/notifications');
  await expect(page.getByText(`We stopped emailing ${owner.email}`)).toBeVisible();
  await expect(page.getByText('No such user here')).toBeVisible();
  await soundThroughout(page, '/settings/notifications');
  await page.getByRole('button', { name: 'Try this address again' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('an email is on its way');
  expect((await mailTo(owner.email)).subject).toBe('Our emails reach you again');
});

test('by keyboard alone: what is mailed is chosen and saved', async ({ person }) => {
  const room = await openRoom();
  const { page } = await enter(await person('expert'), room, 'expert');
  await page.goto('/settings/notifications');
  const group = page.getByRole('group', { name: 'Requests you responded to' });
  await group.getByLabel('Right away').focus();
  await page.keyboard.press('ArrowRight');
  await expect(group.getByLabel('Once a day')).toBeChecked();
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
  await expect(group.getByLabel('Once a day')).toBeChecked();
});
