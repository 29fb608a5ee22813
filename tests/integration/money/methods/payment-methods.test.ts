import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, VENDOR } from '@/lib/core/rights';
import { keepStripeCustomer, recordMethod, removeMethod, saveMethod } from '@/lib/money/methods/commands';
import { handlers } from '@/lib/money/methods/handlers';
import { detachMethodJob } from '@/lib/money/methods/jobs';
import { methodsOf } from '@/lib/money/methods/queries';
import { METHOD_COMMANDS } from '@/lib/money/methods/rights';
import { RecordMethod, RemoveMethod, SaveMethod } from '@/lib/money/methods/schema';
import { receiveEvent } from '@/lib/money/stripe-events/commands';
import { readEvent } from '@/lib/money/stripe-events/handlers';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { stripeConfig } from '@/lib/vendors/stripe/config';
import { createSetupSession } from '@/lib/vendors/stripe/setup';
import { accepted, type Bank, openBank } from '@/tests/fixtures/money';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeWorld, type World } from '@/tests/fixtures/world';

const save = (actor: Actor, input: object) =>
  pass({ may: METHOD_COMMANDS.saveMethod, schema: SaveMethod, command: saveMethod }, actor, input);
const record = (actor: Actor, input: object) =>
  pass({ may: METHOD_COMMANDS.recordMethod, schema: RecordMethod, command: recordMethod }, actor, input);
const card = (id: string) => ({ id, brand: 'visa', last4: '4242', expMonth: 1, expYear: 2040 });

let bank: Bank;
let world: World;
beforeAll(async () => {
  bank = await openBank();
  world = await makeWorld();
});
afterAll(() => bank.close());

const cards = (customerId: string) => database().paymentMethod.count({ where: { customerId } });
/** Gives the customer an id at Stripe, as its first set-up page does. */
async function known(customerId: string): Promise<string> {
  const { owner } = world.people;
  const { id } = await bank.stripe.customers.create({ name: 'Harbour Bookshop' });
  return perform(owner, (tx) => keepStripeCustomer(tx, owner, { customerId, stripeCustomerId: id }));
}

test.each([
  ['an owner', (w: World) => w.people.owner, 'done'],
  ['a member with the right buy', (w: World) => w.people.buyer, 'done'],
  ['a member without it', (w: World) => w.people.member, 'forbidden'],
  ['a suspended member', (w: World) => w.people.suspendedCustomer, 'forbidden'],
  ['another customer', (w: World) => w.people.otherOwner, 'not_found'],
  ['the expert', (w: World) => w.people.expert, 'not_found'],
  ['nobody', () => NOBODY, 'unauthenticated'],
] as [string, (w: World) => Actor, string][])(
  'the page for a card opens for %s: %s',
  async (_who, actor, code) => {
    expect(codeOf(await save(actor(world), { customerId: world.customerId }))).toBe(code);
  },
);

test.each([
  ['/proposals/00000000000000000000000000', '/proposals/00000000000000000000000000'],
  ['//elsewhere.test', '/payment-methods'],
  ['https://elsewhere.test', '/payment-methods'],
  ['/\\elsewhere.test', '/payment-methods'],
  ['', '/payment-methods'],
])('the way back of %s is %s', async (next, expected) => {
  const value = doneOf(await save(world.people.owner, { customerId: world.customerId, next }));
  expect(value.next).toBe(expected);
});

test('a customer keeps the first id that Stripe gave', async () => {
  const first = await known(world.customerId);
  expect(await known(world.customerId)).toBe(first);
});

test('a card is recorded once, whoever comes first and however often', async () => {
  const stripeCustomerId = await known(world.customerId);
  const input = { stripeCustomerId, method: card('pm_once'), next: '' };
  const outcomes = await Promise.all([
    record(world.people.owner, input),
    record(VENDOR, input),
    record(VENDOR, input),
  ]);
  expect(outcomes.map(codeOf)).toEqual(['done', 'done', 'done']);
  expect(await database().paymentMethod.count({ where: { stripeMethodId: 'pm_once' } })).toBe(1);
});

test('a card of one customer is not recorded by a person of another', async () => {
  const input = { stripeCustomerId: await known(world.customerId), method: card('pm_theirs'), next: '' };
  expect(codeOf(await record(world.people.otherOwner, input))).toBe('not_found');
  expect(codeOf(await record(world.people.member, input))).toBe('forbidden');
  expect(codeOf(await record(world.people.owner, { ...input, stripeCustomerId: 'cus_unknown' }))).toBe(
    'not_found',
  );
  expect(await database().paymentMethod.count({ where: { stripeMethodId: 'pm_theirs' } })).toBe(0);
});

test('the webhook alone is enough, where the browser never came back', async () => {
  const customerId = await known(world.customerId);
  const session = await createSetupSession(stripeConfig(), {
    customerId,
    currency: 'USD',
    successUrl: 'http://127.0.0.1:3000/api/payment-methods/saved?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://127.0.0.1:3000/payment-methods',
    idempotencyKey: 'setup:webhook-alone',
  });
  if (!session.ok) throw new Error(session.message);
  const body = new URLSearchParams({ card: 'mastercard', number: '' });
  expect((await fetch(session.value.url, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
  const before = await cards(world.customerId);
  const notice = { id: 'evt_session', type: 'checkout.session.completed', objectId: session.value.id };
  for (let time = 0; time < 3; time += 1) {
    await perform(VENDOR, (tx) => receiveEvent(tx, VENDOR, notice));
    await readEvent(notice.id);
  }
  expect(await cards(world.customerId)).toBe(before + 1);
  const [customer] = await methodsOf(world.people.owner);
  expect(customer?.methods[0]).toMatchObject({ brand: 'mastercard', last4: '4444' });
});

describe('removing a card', () => {
  const remove = (actor: Actor, methodId: string) =>
    pass({ may: METHOD_COMMANDS.removeMethod, schema: RemoveMethod, command: removeMethod }, actor, {
      methodId,
    });
  /** A world of its own with cards that Stripe's sandbox knows. */
  async function withCards(count: number) {
    const own = await makeWorld();
    const { id: stripeCustomerId } = await bank.stripe.customers.create({ name: 'Harbour Bookshop' });
    const { customerId } = own;
    await database().customer.update({ where: { id: customerId }, data: { stripeCustomerId } });
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const { id } = await bank.stripe.paymentMethods.attach('pm_card_visa', { customer: stripeCustomerId });
      doneOf(await record(own.people.owner, { stripeCustomerId, method: card(id), next: '' }));
      const row = await database().paymentMethod.findUniqueOrThrow({ where: { stripeMethodId: id } });
      ids.push(row.id);
    }
    return { ...own, ids };
  }
  const methodRow = (id: string) => database().paymentMethod.findUniqueOrThrow({ where: { id } });

  test('takes it off the list, keeps it for the record, and has Stripe forget it', async () => {
    const { people, customerId, ids } = await withCards(2);
    doneOf(await remove(people.buyer, ids[0]!));
    const shown = (await methodsOf(people.owner)).find(({ id }) => id === customerId);
    expect(shown?.methods.map(({ id }) => id)).toEqual([ids[1]]);
    const { removedAt, stripeMethodId } = await methodRow(ids[0]!);
    expect(removedAt).toBeInstanceOf(Date);
    const detach = handlers.find(({ job }) => job.name === detachMethodJob.name)!;
    const context = { callId: 'test', signal: new AbortController().signal };
    await detach.handle({ stripeMethodId }, context);
    expect((await bank.stripe.paymentMethods.retrieve(stripeMethodId)).customer).toBeNull();
    // Run a second time, it finds its work done.
    await detach.handle({ stripeMethodId }, context);
    // Pressed twice, it is gone once.
    doneOf(await remove(people.buyer, ids[0]!));
    expect((await methodRow(ids[0]!)).removedAt).toEqual(removedAt);
  });

  test('of two removed at once while a proposal is paid from them, the last one stays', async () => {
    const world = await withCards(2);
    await accepted(world);
    const outcomes = await Promise.all(world.ids.map((id) => remove(world.people.owner, id)));
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect(await cards(world.customerId)).toBe(2);
    const left = world.ids[outcomes.findIndex(({ ok }) => !ok)]!;
    expect((await methodRow(left)).removedAt).toBeNull();
    expect(await remove(world.people.owner, left)).toMatchObject({
      message: expect.stringContaining('Add another card first'),
    });
  });

  test.each([
    ['a member without the right buy', (w: World) => w.people.member, 'forbidden'],
    ['another customer', (w: World) => w.people.otherOwner, 'not_found'],
    ['nobody', () => NOBODY, 'unauthenticated'],
  ] as [string, (w: World) => Actor, string][])('is not for %s', async (_who, actor, code) => {
    const world = await withCards(1);
    expect(codeOf(await remove(actor(world), world.ids[0]!))).toBe(code);
    expect((await methodRow(world.ids[0]!)).removedAt).toBeNull();
  });
});
