import { showId } from '@/lib/core/id';
import { accepted, approved, asked, proposed } from '../fixtures/money';
import { makeConversation, makeRequest } from '../fixtures/requests';
import { read, say as sayAs } from '../fixtures/talk';
import { enter, giveCard, join, letIn, openRoom, type Room } from './rooms';
import { sideways, sound } from './sound';
import { say, talk } from './steps';
import { expect, type Person, test } from './test';

const address = ({ conversationId }: Room) => `/conversations/${showId(conversationId)}`;
const top = ({ page }: Person) => page.getByRole('region', { name: 'Whose turn it is' });
const pane = ({ page }: Person) => page.getByRole('complementary', { name: 'What’s agreed' });
const list = ({ page }: Person) => page.getByRole('complementary', { name: 'Conversations' });
const menu = ({ page }: Person) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Conversations/ });

test('what one does oneself reads "You" and is unread nowhere; the other side sees it as new', async ({
  person,
}) => {
  const room = await openRoom();
  const { expert, owner } = room.people;
  await sayAs(expert, room.conversationId, 'Shall I send a proposal?');
  for (const one of [expert, owner]) await read(one, room.conversationId, 1);
  const [edda, una] = [
    await enter(await person('Edda'), room, 'expert'),
    await enter(await person('Una'), room, 'owner'),
  ];
  await proposed(room);

  await edda.page.goto('/conversations');
  const row = edda.page.getByRole('main').getByRole('link', { name: new RegExp(room.mark) });
  await expect(row).toContainText('You sent a proposal · $1,200 in 2 milestones');
  await expect(row.getByText('unread')).toHaveCount(0);
  await expect(menu(edda)).toHaveText('Conversations');

  await una.page.goto('/conversations');
  await expect(una.page.getByRole('main').getByRole('link', { name: new RegExp(room.mark) })).toContainText(
    /Edda sent a proposal .*1 unread/,
  );
  await una.page.goto(address(room));
  const line = talk(una).getByRole('link', { name: 'Edda sent a proposal · $1,200 in 2 milestones' });
  await expect(top(una)).toContainText('Your turn');
  await line.click();
  await expect(una.page).toHaveURL(/\/proposals\/\w{26}/);
  await edda.page.goto(address(room));
  await expect(talk(edda).getByRole('link', { name: /^You sent a proposal/ })).toBeVisible();
});

test('the top line is true to the end of the job, and leads on from there', async ({ person }) => {
  test.setTimeout(180_000);
  const room = await openRoom();
  await giveCard(room);
  const proposalId = await accepted(room);
  await letIn(room, proposalId);
  const una = await enter(await person('Una'), room, 'owner');
  const edda = await enter(await person('Edda'), room, 'expert');
  await una.page.goto(address(room));
  await expect(pane(una).getByRole('link', { name: /^Choose / })).toHaveCount(0);

  await test.step('access that is revoked here is asked about once, in place', async () => {
    const { page } = una;
    await pane(una).getByLabel('Revoke Edda Holm’s access').click();
    await expect(pane(una).getByText(/You can’t undo this/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(pane(una).getByRole('button', { name: 'Revoke access' })).toBeHidden();
  });

  await approved(room, await asked(room, proposalId, { amount: '1200', final: true }));
  await expect(top(una)).toContainText('Done', { timeout: 30_000 });
  await expect(top(una)).toContainText('$1,200 paid, access ended. Next: review it.', { timeout: 90_000 });
  await expect(
    talk(una).getByRole('link', { name: /^You approved \$1,200 · final payment · paid/ }),
  ).toBeVisible();
  await expect(talk(una).getByRole('link', { name: /^Access ended · \d+ checks/ })).toHaveCount(1);
  await expect(talk(una).getByText(/Access is ending|Access is blocked/)).toHaveCount(0);
  await expect(top(una).getByRole('link', { name: 'Write a review' })).toBeVisible();
  await edda.page.goto(address(room));
  await expect(top(edda)).toContainText('Done');
  await expect(top(edda)).not.toContainText(/Talking|Next/);
  await sound(una.page, 'the conversation after the job');

  const { chosenId } = await join().request.findUniqueOrThrow({ where: { id: room.requestId } });
  expect(chosenId).toBe(room.conversationId);
  await top(una).getByRole('link', { name: 'Hire Edda again' }).click();
  await expect(una.page.getByRole('heading', { level: 1 })).toContainText('Edda Holm');
});

test('before a proposal the pane shows the expert, the request and the way to a price', async ({
  person,
}) => {
  const room = await openRoom();
  const una = await enter(await person('Una'), room, 'owner');
  await una.page.goto(address(room));
  await expect(pane(una).getByText(`Slow queries on an RDS database, ${room.mark}`)).toBeVisible();
  await expect(pane(una).getByText('Edda Holm')).toBeVisible();
  await expect(talk(una)).toBeAttached();
  const box = una.page.getByLabel('Message', { exact: true });
  await box.fill('Thank you.');
  await pane(una).getByRole('button', { name: 'Ask for a proposal' }).click();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(/^Thank you\.\n\nPlease send me a proposal/);
  await una.page.keyboard.press('Enter');
  await expect(talk(una).getByText(/Please send me a proposal/)).toHaveCount(1);
});

test('the list beside is right at once after sending', async ({ person }) => {
  const room = await openRoom();
  const { customerId, companyId, expertId, people } = room;
  const requestId = await makeRequest(join(), customerId, people.owner.personId, {
    title: `Another one, ${room.mark}`,
  });
  const other = await makeConversation(join(), { requestId, customerId, companyId, expertId });
  await sayAs(people.expert, room.conversationId, 'An older line');
  await sayAs(people.expert, other.conversationId, 'A newer line');
  const edda = await enter(await person('Edda'), room, 'expert');
  await edda.page.setViewportSize({ width: 1440, height: 900 });
  await edda.page.goto(address(room));
  const rows = list(edda).getByRole('listitem');
  await expect(rows.first()).toContainText('A newer line');
  await say(edda, 'I’m on it now');
  await expect(rows.first()).toContainText('You: I’m on it now');
  await expect(rows.nth(1)).toContainText('A newer line');
  await expect(rows.first().getByText('unread')).toHaveCount(0);
});

test('on a phone the messages come first: what stands above them is at most 120 pixels high', async ({
  person,
}) => {
  const room = await openRoom();
  await giveCard(room);
  await asked(room, await accepted(room));
  for (const who of ['owner', 'expert'] as const) {
    const one = await enter(await person(who), room, who);
    for (const width of [320, 360]) {
      await one.page.setViewportSize({ width, height: 740 });
      await one.page.goto(address(room));
      const band = (await one.page.getByRole('region', { name: /demo/i }).first().boundingBox())?.height ?? 0;
      const messages = await one.page.getByRole('region', { name: 'Messages' }).boundingBox();
      expect((messages?.y ?? 1_000) - band).toBeLessThanOrEqual(120);
      expect(await sideways(one.page)).toBeLessThanOrEqual(0);
    }
    await one.page.getByRole('link', { name: /\$0 of \$1,200 paid/ }).click();
    await expect(pane(one).getByText('Proposal', { exact: true })).toBeInViewport();
    await one.page.getByRole('link', { name: 'Back to the conversation' }).click();
    await one.page.getByRole('main').getByRole('link', { name: 'Conversations', exact: true }).click();
    await expect(one.page).toHaveURL(/\/conversations$/);
  }
});
