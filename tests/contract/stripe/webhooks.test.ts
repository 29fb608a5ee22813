import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyWebhook } from '@/lib/vendors/stripe/webhook';
import { type Receiver, startReceiver } from './receiver';
import { payer, startWorld, WEBHOOK_SECRET, type World } from './world';

let receiver: Receiver;
let world: World;
beforeEach(async () => {
  receiver = await startReceiver();
  world = await startWorld({ webhookUrl: receiver.url });
});
afterEach(async () => {
  await world.sandbox.close();
  await receiver.close();
});

async function pay(): Promise<string> {
  const { customerId, methodId } = await payer(world, 'pm_card_visa');
  const intent = await world.stripe.paymentIntents.create({
    amount: 9000,
    currency: 'usd',
    customer: customerId,
    payment_method: methodId,
    confirm: true,
    off_session: true,
  });
  return intent.id;
}

const types = () => receiver.received.map(({ event }) => event.type);
const has = (type: string) => () => types().includes(type);
const PAID = [
  'customer.created',
  'payment_method.attached',
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.succeeded',
];

describe('a webhook', () => {
  test('is signed so that Stripe’s client and our adapter believe it, and nothing else', async () => {
    const intentId = await pay();
    await receiver.until(has('payment_intent.succeeded'));
    const { raw, signature } = receiver.received.at(-1)!;
    const event = world.stripe.webhooks.constructEvent(raw, signature, WEBHOOK_SECRET);
    expect(event).toMatchObject({ api_version: '2026-10-28.endive', data: { object: { id: intentId } } });
    const about = { objectId: intentId, intentId, chargeId: null };
    const notice = { id: event.id, type: 'payment_intent.succeeded', ...about };
    expect(verifyWebhook(raw, signature, WEBHOOK_SECRET)).toEqual(notice);
    expect(verifyWebhook(raw.replace('9000', '9001'), signature, WEBHOOK_SECRET)).toBeNull();
    expect(verifyWebhook(raw, signature, 'whsec_another')).toBeNull();
    expect(verifyWebhook(raw, '', WEBHOOK_SECRET)).toBeNull();
    const stale = world.stripe.webhooks.generateTestHeaderString({
      payload: raw,
      secret: WEBHOOK_SECRET,
      timestamp: Math.floor(Date.now() / 1000) - 301,
    });
    expect(verifyWebhook(raw, stale, WEBHOOK_SECRET)).toBeNull();
  });

  test('is sent for each thing that happened, in order', async () => {
    await pay();
    await receiver.until(has('payment_intent.succeeded'));
    expect(types()).toEqual(PAID);
    const listed = await world.stripe.events.list({ limit: 100 });
    expect(listed.data.map(({ type }) => type).reverse()).toEqual(PAID);
  });

  test('of an event that can be fetched again carries no secret of the sandbox', async () => {
    await pay();
    await receiver.until(has('payment_method.attached'));
    expect(receiver.received.every(({ raw }) => !raw.includes('"_'))).toBe(true);
    const { event } = receiver.received[0]!;
    expect((await world.stripe.events.retrieve(event.id)).type).toBe('customer.created');
  });
});

describe('a receiver', () => {
  test('that is down gets everything in order when it is back', async () => {
    const port = Number(new URL(receiver.url).port);
    await receiver.close();
    await pay();
    await failedOnce();
    receiver = await startReceiver(port);
    await receiver.until(has('payment_intent.succeeded'));
    expect(types()).toEqual(PAID);
  });

  test('that is down while the sandbox restarts still gets everything', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stripe-sandbox-'));
    const port = Number(new URL(receiver.url).port);
    await receiver.close();
    await world.sandbox.close();
    const given = { webhookUrl: receiver.url, database: join(folder, 'stripe.sqlite') };
    world = await startWorld(given);
    const intentId = await pay();
    await world.sandbox.close();
    receiver = await startReceiver(port);
    world = await startWorld(given);
    await receiver.until(has('payment_intent.succeeded'));
    expect(types()).toEqual(PAID);
    expect((await world.stripe.paymentIntents.retrieve(intentId)).status).toBe('succeeded');
    await world.sandbox.close();
    await rm(folder, { recursive: true });
    world = await startWorld();
  });

  test('that refuses an event is asked again until it takes it', async () => {
    receiver.answer(500);
    await world.stripe.customers.create({ name: 'Sable' });
    await receiver.until((received) => received.length >= 2);
    receiver.answer(200);
    const before = receiver.received.length;
    await receiver.until((received) => received.length > before);
    await settled();
    expect((await world.state()).deliveries).toMatchObject([{ state: 'delivered', status: 200 }]);
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(1);
  });
});

describe('the knobs', () => {
  test('duplicate sends every event twice', async () => {
    await world.control('webhooks', { mode: 'duplicate' });
    await pay();
    await receiver.until((received) => received.length === 2 * PAID.length);
    expect(types()).toEqual(PAID.flatMap((type) => [type, type]));
  });

  test('shuffle sends them in another order', async () => {
    await world.control('webhooks', { mode: 'shuffle' });
    await pay();
    await receiver.until((received) => received.length === PAID.length);
    expect(types()).not.toEqual(PAID);
    expect(types().sort()).toEqual([...PAID].sort());
  });

  test('drop sends nothing until it is asked to', async () => {
    await world.control('webhooks', { mode: 'drop' });
    await pay();
    await world.control('webhooks', { mode: 'normal' });
    await world.stripe.customers.create({ name: 'Sable' });
    await receiver.until((received) => received.length > 0);
    expect(types()).toEqual(['customer.created']);
    const lost = await world.stripe.events.list({ type: 'payment_intent.succeeded' });
    await world.control('webhooks/redeliver', { eventId: lost.data[0]!.id });
    await receiver.until((received) => received.length === 2);
    expect(receiver.received[1]!.event.id).toBe(lost.data[0]!.id);
  });

  test('delay sends them later', async () => {
    await world.control('webhooks', { mode: 'delay', delayMs: 300 });
    const begun = Date.now();
    await world.stripe.customers.create({ name: 'Sable' });
    await receiver.until((received) => received.length > 0);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(300);
  });

  test('processing tells of a payment in the air and then how it ended', async () => {
    await world.control('faults', { path: '/v1/payment_intents', mode: 'processing' });
    const paymentIntent = await pay();
    await receiver.until(has('payment_intent.processing'));
    await world.control('settle', { paymentIntent, outcome: 'succeed' });
    await receiver.until(has('payment_intent.succeeded'));
    expect(types()).not.toContain('payment_intent.payment_failed');
  });
});

/** Until the sandbox has tried to deliver and found nobody. */
async function failedOnce(): Promise<void> {
  while (!(await world.state()).deliveries.some(({ attempts }) => attempts > 0));
}

/** Until the queue is empty: the receiver has answered before the sandbox has written down that it did. */
async function settled(): Promise<void> {
  while ((await world.state()).deliveries.some(({ state }) => state === 'pending'));
}
