import { showId } from '@/lib/core/id';
import { giveAuthenticator } from '../fixtures/factors';
import { proposed } from '../fixtures/money';
import { codeIn, mailTo } from './inbox';
import { press, type } from './keyboard';
import { enter, giveCard, openRoom, type Room } from './rooms';
import { nextCode } from './steps';
import { expect, type Person, test } from './test';

test('by keyboard alone: a request is begun and its writer signs in', async ({ person }) => {
  const visitor = await person('visitor');
  const { page } = visitor;
  const email = `keys.${Date.now().toString(36)}@lindenhof.example`;
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await type(visitor, page.getByLabel('Request title'), 'Certificates run out at night');
  await type(visitor, page.getByLabel('Description'), 'Twice this month.\nPlease make it renew itself.');
  await press(visitor, page.getByRole('button', { name: 'Next' }));
  await expect(page).toHaveURL(/\/sign-in/);
  await type(visitor, page.getByLabel('Email address'), email);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sign-in\/check/);
  await type(visitor, page.getByLabel('Code from the email'), codeIn(await mailTo(email)));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/requests\/review/);
  await expect(page.getByLabel('Request title')).toHaveValue('Certificates run out at night');
});

test('by keyboard alone: an expert responds; both chat; a proposal is accepted', async ({ person }) => {
  const room = await openRoom();
  await giveCard(room);
  await respond(await enter(await person('another expert'), room, 'otherExpert'), room);
  const customer = await enter(await person('customer'), room, 'owner');
  await chat(customer, room);
  const { proposalId } = await proposed(room);
  const { page } = customer;
  const app = await giveAuthenticator(room.people.owner.personId);
  await page.goto(`/proposals/${showId(proposalId)}`);
  await press(customer, page.getByRole('button', { name: /^Accept for up to/ }));
  await type(customer, page.getByLabel('Code from your authenticator app'), await nextCode(app));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Accepted', { exact: true }).first()).toBeVisible();
});

async function respond(expert: Person, { requestId }: Room): Promise<void> {
  const { page } = expert;
  await page.goto(`/work/${showId(requestId)}`);
  await type(expert, page.getByLabel('Your response'), 'I would begin with the slow log.');
  await press(expert, page.getByRole('button', { name: 'Respond' }));
  await expect(page).toHaveURL(/\/conversations\/\w{26}/);
}

/** Enter sends, Shift+Enter makes a line. */
async function chat(customer: Person, { conversationId }: Room): Promise<void> {
  const { page } = customer;
  const box = page.getByLabel('Message', { exact: true });
  await page.goto(`/conversations/${showId(conversationId)}`);
  await type(customer, box, 'First line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await expect(box).toHaveValue('First line\nsecond line');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await expect(page.getByRole('main').getByText('First line\nsecond line').last()).toBeVisible();
}
