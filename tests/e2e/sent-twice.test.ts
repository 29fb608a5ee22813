import { showId } from '@/lib/core/id';
import { accepted } from '../fixtures/money';
import { enter, giveCard, join, openRoom } from './rooms';
import { expect, test } from './test';

// The answer that the first test loses.
test.use({ tolerated: /ERR_CONNECTION_RESET/ });

test('an answer that is lost is asked for again: one payment request, and its page', async ({ person }) => {
  const room = await openRoom();
  await giveCard(room);
  const proposalId = await accepted(room);
  const { page } = await enter(await person('expert'), room, 'expert');
  const conversation = `/conversations/${showId(room.conversationId)}`;
  await page.goto(`${conversation}/payment`);
  await page.getByLabel('Another amount').check();
  await page.getByRole('textbox', { name: /^Amount/ }).fill('10');
  await page.getByLabel('Note').fill('The first hour.');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Note')).toHaveValue('The first hour.');
  await expect(page.getByLabel('Another amount')).toBeChecked();

  let lost = 0;
  await page.route(`**${conversation}/payment`, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Request payment' }).click();
  await expect(page).toHaveURL(new RegExp(`${conversation}$`));
  expect(lost).toBe(1);
  expect(await join().paymentRequest.findMany({ where: { proposalId } })).toMatchObject([
    { amountMinor: 1_000n },
  ]);
});

test('a message that is not sent yet is there again after a reload, and for its writer alone', async ({
  person,
}) => {
  const room = await openRoom();
  const owner = await enter(await person('owner'), room, 'owner');
  const expert = await enter(await person('expert'), room, 'expert');
  const path = `/conversations/${showId(room.conversationId)}`;
  const { conversationId } = room;
  const { page } = owner;
  await page.goto(path);
  const box = page.getByLabel('Message', { exact: true });
  await box.pressSequentially('When could you');
  await expect.poll(() => join().conversationDraft.count({ where: { conversationId } })).toBe(1);
  await page.reload();
  await expect(box).toHaveValue('When could you');
  await expert.page.goto(path);
  await expect(expert.page.getByLabel('Message', { exact: true })).toHaveValue('');
  await box.press('End');
  await box.pressSequentially(' begin?');
  await box.press('Enter');
  await expect(page.getByText('When could you begin?').last()).toBeVisible();
  await expect.poll(() => join().conversationDraft.count({ where: { conversationId } })).toBe(0);
  await page.reload();
  await expect(box).toHaveValue('');
});

test('a line that is on its way when the page is loaded again arrives, once', async ({ person }) => {
  const room = await openRoom();
  const { page } = await enter(await person('owner'), room, 'owner');
  const { conversationId } = room;
  let holds = true;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      if (!holds || !String(frame).includes('"send"')) server.send(frame);
    });
  });
  await page.goto(`/conversations/${showId(conversationId)}`);
  const box = page.getByLabel('Message', { exact: true });
  await box.fill('Could you look');
  await expect.poll(() => join().conversationDraft.count({ where: { conversationId } })).toBe(1);
  await box.press('End');
  await box.pressSequentially(' at it today?');
  await box.press('Enter');
  await expect(page.getByText('Could you look at it today?').last()).toBeVisible();
  const stored = () =>
    join().message.count({ where: { conversationId, body: 'Could you look at it today?' } });
  expect(await stored()).toBe(0);
  await page.reload();
  await expect(box).toHaveValue('');
  await expect(page.getByText('Could you look at it today?').last()).toBeVisible();
  holds = false;
  await page.reload();
  await expect.poll(stored).toBe(1);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a request that is sent while its draft is being saved is posted, and its page follows', async ({
  person,
}) => {
  const room = await openRoom();
  const { page } = await enter(await person('customer'), room, 'owner');
  const saving = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  let posts = 0;
  await page.route('**/requests/new*', async (route) => {
    if (route.request().method() === 'POST' && ++posts === 1) {
      saving.resolve();
      await go.promise;
    }
    await route.continue();
  });
  await page.goto('/requests/new');
  await page.getByLabel('Request title').fill(`S3 events arrive twice ${room.mark}`);
  await page
    .getByLabel('Describe your needs')
    .fill('Each upload starts our function two times since Tuesday.');
  await page.getByLabel('$100 - $1,000').check();
  await page.getByLabel('Your name').fill('Una');
  await saving.promise;
  await page.getByRole('button', { name: 'Post request' }).click();
  await expect(page.getByRole('button', { name: 'Posting…' })).toBeVisible();
  go.resolve();
  await expect(page).toHaveURL(/\/requests\/\w{26}\?posted=yes/);
  expect(await join().requestDraft.count({ where: { personId: room.people.owner.personId } })).toBe(0);
});
