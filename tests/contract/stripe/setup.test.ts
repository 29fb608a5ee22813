import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSetupSession, retrieveSetupSession } from '@/lib/vendors/stripe/setup';
import { fresh, payer, startWorld, value, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.sandbox.close());

const successUrl = 'http://127.0.0.1:3000/payments/card?session={CHECKOUT_SESSION_ID}';
const cancelUrl = 'http://127.0.0.1:3000/payments';

async function opened() {
  const { id: customerId } = await world.stripe.customers.create({ name: 'Juniper Freight' });
  const setup = { customerId, currency: 'USD', successUrl, cancelUrl, idempotencyKey: fresh('setup') };
  return { customerId, ...value(await createSetupSession(world.config, setup)) };
}

const send = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

const outcome = async (id: string) => value(await retrieveSetupSession(world.config, id));

test('a customer saves a card on the hosted page and comes back', async () => {
  const { id, url, customerId } = await opened();
  const page = await (await fetch(url)).text();
  expect(page).toContain('Save a card');
  expect(page).toContain(`href="${cancelUrl}"`);
  expect(await outcome(id)).toEqual({ state: 'open', customerId, method: null });
  const sent = await send(url, { card: 'mastercard', number: '' });
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toBe(successUrl.replace('{CHECKOUT_SESSION_ID}', id));
  expect(await outcome(id)).toMatchObject({
    state: 'complete',
    customerId,
    method: { brand: 'mastercard', last4: '4444' },
  });
});

test('a card that was saved on the page can be charged while nobody is there', async () => {
  const { id, url, customerId } = await opened();
  await send(url, { number: '4242 4242 4242 4242' });
  const { method } = await outcome(id);
  const intent = await world.stripe.paymentIntents.create({
    amount: 5000,
    currency: 'usd',
    customer: customerId,
    payment_method: method!.id,
    confirm: true,
    off_session: true,
  });
  expect(intent.status).toBe('succeeded');
});

test.each([
  ['declined', '', 402, 'Your card was declined.'],
  ['no-funds', '', 402, 'Your card has insufficient funds.'],
  ['visa', '4242 4242 4242 4241', 422, 'Your card number is incorrect.'],
  ['visa', '4111 1111 1111 1111', 422, 'used a non test card'],
  ['', '', 422, 'Choose a card or type a number.'],
])(
  'the page says why it cannot save %s %s, and lets the customer try again',
  async (card, number, status, why) => {
    const { id, url } = await opened();
    const refused = await send(url, { card, number });
    expect(refused.status).toBe(status);
    expect(await refused.text()).toContain(why);
    expect((await outcome(id)).state).toBe('open');
    expect((await send(url, { card: 'visa' })).status).toBe(303);
    expect((await outcome(id)).state).toBe('complete');
  },
);

test('a bank that asks is answered before the card is kept', async () => {
  const { id, url } = await opened();
  const first = await send(url, { card: 'asks-always' });
  const bank = new URL(first.headers.get('location')!, url).href;
  expect(await (await fetch(bank)).text()).toContain('Save this card for later payments?');
  const failed = await send(bank, { answer: 'fail' });
  expect(new URL(failed.headers.get('location')!, url).href).toBe(url);
  expect(await (await fetch(url)).text()).toContain('unable to authenticate');
  expect((await outcome(id)).state).toBe('open');
  await send(url, { card: 'asks-always' });
  expect(await outcome(id)).toMatchObject({ state: 'open', method: null });
  const approved = await send(bank, { answer: 'approve' });
  expect(approved.headers.get('location')).toContain(`session=${id}`);
  expect(await outcome(id)).toMatchObject({ state: 'complete', method: { last4: '3184' } });
});

test('a page that was used or has expired takes no other card', async () => {
  const used = await opened();
  await send(used.url, { card: 'visa' });
  const again = await send(used.url, { card: 'mastercard' });
  expect(await again.text()).toContain('Card saved');
  expect(await outcome(used.id)).toMatchObject({ method: { last4: '4242' } });
  const late = await opened();
  await world.control('clock', { offsetMs: 25 * 3600 * 1000 });
  expect((await fetch(late.url)).status).toBe(410);
  expect((await send(late.url, { card: 'visa' })).status).toBe(410);
  await world.control('clock', { offsetMs: 0 });
  expect((await outcome(late.id)).state).toBe('expired');
});

test("another site's page cannot save a card here", async () => {
  const { id, url } = await opened();
  expect((await send(url, { card: 'visa' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await outcome(id)).state).toBe('open');
});

test('opening the page twice with one key opens one page', async () => {
  const { customerId } = await payer(world, 'pm_card_visa');
  const setup = { customerId, currency: 'EUR', successUrl, cancelUrl, idempotencyKey: fresh('setup') };
  const first = value(await createSetupSession(world.config, setup));
  expect(value(await createSetupSession(world.config, setup))).toEqual(first);
});
