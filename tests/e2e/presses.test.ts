import { showId } from '@/lib/core/id';
import { giveAuthenticator } from '../fixtures/factors';
import { proposed, withdrawProposal } from '../fixtures/money';
import { doneOf } from '../fixtures/outcome';
import { giveDevice } from './device';
import { mailTo } from './inbox';
import { enter, giveCard, join, openRoom, SESSION_COOKIE } from './rooms';
import { confirmByApp, mailedCode, proving, saveCodes, signInByCode } from './steps';
import { expect, type Person, test } from './test';

const MOST_TO_POST = 5;
const MOST_TO_ACCEPT = 7;

/** Counts what is pressed in any page of the person, also at Stripe: each press of a mouse or of Enter is a trusted click. */
async function countPresses({ context }: Person): Promise<{ count: number }> {
  const presses = { count: 0 };
  await context.exposeBinding('pressed', () => {
    presses.count += 1;
  });
  await context.addInitScript(() => {
    const { pressed } = globalThis as unknown as { pressed: () => void };
    addEventListener('click', (event) => event.isTrusted && pressed(), true);
  });
  return presses;
}

/** What scripts are told by answers to forms; the answer to a question: which tokens of sessions stood in it. */
async function listen({ page, context }: Person): Promise<() => Promise<string[]>> {
  const bodies: Promise<string>[] = [];
  const tokens = new Set<string>();
  page.on('response', (response) => {
    if (response.request().method() !== 'POST') return;
    bodies.push(response.text().catch(() => ''));
  });
  page.on('framenavigated', async () => {
    for (const { name, value } of await context.cookies()) if (name === SESSION_COOKIE) tokens.add(value);
  });
  return async () => {
    for (const { name, value } of await context.cookies()) if (name === SESSION_COOKIE) tokens.add(value);
    const all = (await Promise.all(bodies)).join('\n');
    expect(tokens.size).toBeGreaterThan(0);
    return [...tokens].filter((token) => all.includes(token));
  };
}

test(`a new customer posts a request in at most ${MOST_TO_POST} presses`, async ({ person }) => {
  const customer = await person('customer');
  const { page } = customer;
  const presses = await countPresses(customer);
  const run = Date.now().toString(36);
  await page.goto('/');
  await page.getByLabel('Request title').fill(`Lambda times out ${run}`);
  await page.getByLabel('Description').fill('Since Tuesday a third of our functions time out in the VPC.');
  await page.getByRole('button', { name: 'Next' }).click();
  await signInByCode(customer, `una.${run}@lindenhof.example`);
  await page.getByLabel('$100 - $1,000').check();
  await page.getByLabel('Your name').fill('Una');
  await page.getByRole('button', { name: 'Post request' }).click();
  await expect(page.getByRole('heading', { name: `Lambda times out ${run}` })).toBeVisible();
  expect(presses.count).toBeGreaterThan(0);
  expect(presses.count).toBeLessThanOrEqual(MOST_TO_POST);
});

test(`a first-time customer accepts in at most ${MOST_TO_ACCEPT} presses and one mail code, and then saves recovery codes`, async ({
  person,
}) => {
  const room = await openRoom();
  const { personId, email } = room.people.owner;
  const customer = await enter(await person('customer'), room, 'owner');
  await giveDevice(customer);
  const { page } = customer;
  const presses = await countPresses(customer);
  const told = await listen(customer);
  const { proposalId } = await proposed(room);
  await mailTo(email, { subject: 'proposal' });
  await page.goto(`/conversations/${showId(room.conversationId)}`);
  await page.getByRole('link', { name: 'Review proposal' }).first().click();
  await page.getByRole('button', { name: 'Add a card' }).click();
  await page.getByRole('button', { name: 'Save card' }).click();
  await expect(page.getByText('Visa •••• 4242')).toBeVisible();
  await page.getByRole('button', { name: /^Accept for up to/ }).click();
  const asked = proving(customer);
  await asked.getByRole('button', { name: 'Email me a code' }).click();
  await asked.getByLabel('Code from the email').fill(await mailedCode(email));
  await asked.getByRole('button', { name: 'Create a passkey' }).click();
  await expect(page).toHaveURL(/:\d+\/conversations\//);
  await expect(page.getByText('Accepted', { exact: true }).first()).toBeVisible();
  expect(presses.count).toBeGreaterThan(0);
  expect(presses.count).toBeLessThanOrEqual(MOST_TO_ACCEPT);
  expect(await join().stepUpCode.count({ where: { session: { personId } } })).toBe(1);
  expect(await join().proposal.findUniqueOrThrow({ where: { id: proposalId } })).toMatchObject({
    status: 'accepted',
    acceptedBy: personId,
  });

  expect(await told()).toEqual([]);

  // From here on every page reminds them, until whoever loses the passkey can come back.
  await page.goto('/payments');
  expect(await saveCodes(customer)).toHaveLength(10);
  await expect(page).toHaveURL(/:\d+\/payments/);
  await expect(page.getByRole('link', { name: 'Create recovery codes' })).toHaveCount(0);
});

test('closed without a proof nothing is done; what was withdrawn meanwhile is not accepted by the proof', async ({
  person,
}) => {
  const room = await openRoom();
  await giveCard(room);
  const customer = await enter(await person('customer'), room, 'owner');
  const app = await giveAuthenticator(room.people.owner.personId);
  const { page } = customer;
  const { proposalId } = await proposed(room);
  const status = async () => (await join().proposal.findUniqueOrThrow({ where: { id: proposalId } })).status;
  const accept = page.getByRole('button', { name: /^Accept for up to/ });
  await page.goto(`/proposals/${showId(proposalId)}`);
  await accept.click();
  await expect(proving(customer)).toContainText('Then we finish “Accept for up to $1,200”.');
  await page.keyboard.press('Escape');
  await expect(proving(customer)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'authenticator app before money moves',
  );
  await expect(accept).toBeVisible();
  expect(await status()).toBe('proposed');

  await accept.click();
  await expect(proving(customer)).toBeVisible();
  doneOf(await withdrawProposal(room.people.expert, { proposalId }));
  await confirmByApp(customer, app);
  await expect(page.getByText('This proposal is already withdrawn').first()).toBeVisible();
  expect(await status()).toBe('withdrawn');
});
