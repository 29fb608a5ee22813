import { showId } from '@/lib/core/id';
import { giveAuthenticator } from '../fixtures/factors';
import { requestedAccess } from '../fixtures/jobs';
import { accepted, asked, proposed } from '../fixtures/money';
import { enter, giveCard, join, letIn, openClaim, openRoom, type Room } from './rooms';
import { confirmByApp, confirmByMail } from './steps';
import { expect, type Person, test } from './test';

let room: Room;
test.beforeEach(async () => {
  room = await openRoom();
});

const conversation = () => `/conversations/${showId(room.conversationId)}`;

test('an expert whose certification is not verified yet sees why, and cannot respond', async ({ person }) => {
  await openClaim(room);
  const { page } = await enter(await person('expert'), room, 'uncertified');
  await page.goto(`/work/${showId(room.requestId)}`);
  await expect(page.getByRole('heading', { name: room.mark })).toBeVisible();
  await expect(page.getByText('You can’t respond yet')).toBeVisible();
  await expect(page.getByText('Your certification isn’t verified yet.')).toBeVisible();
  // An answer may be written and kept until then; there is nothing that would send it now.
  await expect(page.getByRole('button', { name: 'Respond' })).toHaveCount(0);
  await expect(page.getByText('Our product pages take eight seconds')).toHaveCount(0);
});

test('a response to a request that was closed meanwhile cannot be sent, and its text is kept', async ({
  person,
}) => {
  const expert = await enter(await person('expert'), room, 'otherExpert');
  const customer = await enter(await person('customer'), room, 'member');
  const text = 'I would read the slow log first.\nThat takes an afternoon.';
  await expert.page.goto(`/work/${showId(room.requestId)}`);
  await expert.page.getByLabel('Your response').fill(text);
  await customer.page.goto(`/requests/${showId(room.requestId)}`);
  await turnAccepting(customer, false);

  // The open page hears of it: the text stays, and there is no button that would be refused.
  await expect(
    expert.page.getByText('This request no longer accepts new responses. Your text stays here'),
  ).toBeVisible();
  await expect(expert.page.getByRole('button', { name: 'Respond' })).toHaveCount(0);
  await expect(expert.page.getByLabel('Your response')).toHaveValue(text);

  await turnAccepting(customer, true);
  await expert.page.getByRole('button', { name: 'Respond' }).click();
  await expect(expert.page).toHaveURL(/\/conversations\/\w{26}/);
  await expect(expert.page.getByText(text).last()).toBeVisible();
});

test('a declined proposal shows the company the reason, and another can be sent', async ({ person }) => {
  const { proposalId } = await proposed(room);
  const customer = await enter(await person('customer'), room, 'buyer');
  const expert = await enter(await person('expert'), room, 'expert');
  const reason = 'Too much for this quarter.\nCould we do the first step alone?';
  await customer.page.goto(`/proposals/${showId(proposalId)}`);
  await customer.page.getByText('Decline', { exact: true }).click();
  await customer.page.getByLabel('Reason').fill(reason);
  await customer.page.getByRole('button', { name: 'Decline proposal' }).click();
  await expect(customer.page).toHaveURL(/:\d+\/conversations\/\w{26}/);
  await expect(customer.page.getByRole('button', { name: /^Accept/ })).toHaveCount(0);

  await expert.page.goto(`/proposals/${showId(proposalId)}`);
  await expect(expert.page.getByText('Declined', { exact: true })).toBeVisible();
  expect(await expert.page.getByText('Too much for this quarter.').textContent()).toBe(reason);
  await expert.page.goto(`${conversation()}/proposal`);
  await expect(expert.page.getByRole('button', { name: 'Send proposal' })).toBeVisible();
});

test('a declined permission request lets nobody in, tells why, and can be followed by another', async ({
  person,
}) => {
  await giveCard(room);
  const permissionRequestId = await requestedAccess(room, await accepted(room));
  const customer = await enter(await person('customer'), room, 'granter');
  const expert = await enter(await person('expert'), room, 'expert');
  await customer.page.goto(`/access/${showId(permissionRequestId)}`);
  await customer.page.getByText('Decline', { exact: true }).first().click();
  await customer.page.getByLabel('Reason').fill('Logs are enough for now.');
  await customer.page.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(customer.page.getByRole('button', { name: 'Accept' })).toHaveCount(0);

  await expert.page.goto(`/access/${showId(permissionRequestId)}`);
  await expect(expert.page.getByText('Logs are enough for now.')).toBeVisible();
  await expert.page.goto(`${conversation()}/permission`);
  await expert.page.getByLabel(/ViewOnlyAccess/).check();
  await expert.page.getByLabel('Reason').fill('To see which log groups there are.');
  await expert.page.getByRole('button', { name: 'Request access' }).click();
  await expect(expert.page.getByText('Requested', { exact: true }).first()).toBeVisible();
  expect(await join().grant.count({ where: { permissionRequestId } })).toBe(0);
});

test('a declined payment tells the company why; asked for again and approved, it is paid', async ({
  person,
}) => {
  await giveCard(room);
  const paymentRequestId = await asked(room, await accepted(room));
  const customer = await enter(await person('customer'), room, 'buyer');
  const expert = await enter(await person('expert'), room, 'expert');
  await customer.page.goto(`/payment-requests/${showId(paymentRequestId)}`);
  await customer.page.getByRole('button', { name: 'Decline payment' }).click();
  await refused(customer, /reason/i);
  await customer.page.getByLabel('Reason').fill('The second account is missing in the report.');
  await customer.page.getByRole('button', { name: 'Decline payment' }).click();
  await expect(customer.page.getByRole('button', { name: /Approve/ })).toHaveCount(0);

  await expert.page.goto(`/payment-requests/${showId(paymentRequestId)}`);
  await expect(expert.page.getByText('The second account is missing in the report.')).toBeVisible();
  await expert.page.goto(`${conversation()}/payment`);
  await expert.page.getByLabel(/Find the query/).check();
  await expert.page.getByLabel('Note').fill('Now with the second account.');
  await expert.page.getByRole('button', { name: 'Request payment' }).click();
  await expect(expert.page).not.toHaveURL(/\/payment$/);

  await customer.page.goto(conversation());
  await expect(customer.page.getByText('Now with the second account.').first()).toBeVisible();
  await customer.page.getByRole('button', { name: 'Approve $400.00' }).first().click();
  await confirmByMail(customer, room.people.buyer.email);
  await seen(customer, conversation(), /You approved .* · paid/);
});

test('a card that is declined at the charge: the access has ended already, and another card pays', async ({
  person,
}) => {
  const customer = await enter(await person('customer'), room, 'owner');
  await saveCard(customer, '/payment-methods', '4000000000000341');
  const proposalId = await accepted(room);
  const access = `/access/${showId(await letIn(room, proposalId))}`;
  const payment = `/payment-requests/${showId(await asked(room, proposalId, { amount: '1200' }))}`;

  const { page } = customer;
  const app = await giveAuthenticator(room.people.owner.personId);
  await page.goto(payment);
  await expect(page.getByText('Approving ends access and closes the proposal.')).toBeVisible();
  await page.getByRole('button', { name: 'Approve $1,200.00' }).click();
  await confirmByApp(customer, app);
  await seen(customer, payment, 'Payment failed');
  await expect(page.getByText(/Your card was declined.*You weren’t charged/)).toBeVisible();
  await seen(customer, access, /Denied|Ended/);

  await page.goto(payment);
  await page.getByRole('link', { name: 'Use another card' }).click();
  await saveCard(customer, null, '4242424242424242');
  await expect(page).toHaveURL(/\/payment-requests\//);
  await expect(page.getByText('Your card is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Retry $1,200.00' }).click();
  await seen(customer, payment, /Payment succeeded/);
  await expect(page.getByRole('button', { name: /Retry/ })).toHaveCount(0);
});

/** **Accepting new responses**: the switch shows its aim while under way, so that the answer is waited for too. */
async function turnAccepting({ page }: Person, on: boolean): Promise<void> {
  const control = page.getByRole('switch', { name: 'Accepting new responses' });
  await control.click();
  await expect(control).toBeChecked({ checked: on });
  await expect(control).not.toHaveAttribute('aria-busy', 'true');
}

/** The form says why, and whoever listens to the page hears it: the summary has the focus. */
async function refused({ page }: Person, text: string | RegExp): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: text })).toBeFocused();
}

/** By Stripe's own page, from the list of cards. */
async function saveCard({ page }: Person, path: string | null, number: string): Promise<void> {
  if (path) await page.goto(path);
  await page.getByRole('button', { name: 'Add a card' }).click();
  await page.getByLabel('Or type a card number').fill(number);
  await page.getByRole('button', { name: 'Save card' }).click();
  await expect(page.getByText(/Your card is saved/)).toBeVisible();
}

/** What another process brings about, looked for until it is there. */
async function seen({ page }: Person, path: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
}
