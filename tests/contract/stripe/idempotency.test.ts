import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureCustomer } from '@/lib/vendors/stripe/customers';
import {
  cancelPayment,
  confirmPaymentIntent,
  createPaymentIntent,
  retrievePayment,
} from '@/lib/vendors/stripe/payments';
import { fresh, payer, SECRET_KEY, startWorld, value, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.sandbox.close());

const DAY = 24 * 3600 * 1000;
const person = { name: 'Tern Studio', email: 'accounts@tern.example' };

/** A request as a client without retries makes it. */
function post(path: string, body: Record<string, string>, key: string): Promise<Response> {
  return fetch(`${world.sandbox.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET_KEY}`, 'idempotency-key': key },
    body: new URLSearchParams(body),
  });
}

async function ready() {
  const { customerId, methodId } = await payer(world, 'pm_card_visa');
  const paymentId = fresh('payment');
  const amount = { minor: 50_00n, currency: 'USD' };
  const { intentId } = value(await createPaymentIntent(world.config, { paymentId, customerId, amount }));
  return { methodId, paymentId, intentId };
}

describe('an idempotency key', () => {
  test('gives the stored answer again, and says that it does', async () => {
    const key = fresh('key');
    const first = await post('/v1/customers', person, key);
    const second = await post('/v1/customers', person, key);
    expect(await second.json()).toEqual(await first.json());
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('request-id')).toMatch(/^req_/);
  });

  test('that was used for something else is refused', async () => {
    const idempotencyKey = fresh('key');
    await world.stripe.customers.create(person, { idempotencyKey });
    const other = world.stripe.customers.create({ ...person, name: 'Another' }, { idempotencyKey });
    await expect(other).rejects.toMatchObject({ statusCode: 400, type: 'StripeIdempotencyError' });
  });

  test('is forgotten after a day, and then acts anew', async () => {
    const customer = { ...person, customerId: 'c', idempotencyKey: fresh('key') };
    const first = value(await ensureCustomer(world.config, customer));
    await world.control('clock', { offsetMs: DAY - 60_000 });
    expect(value(await ensureCustomer(world.config, customer)).id).toBe(first.id);
    await world.control('clock', { offsetMs: DAY + 60_000 });
    expect(value(await ensureCustomer(world.config, customer)).id).not.toBe(first.id);
    await world.control('clock', { offsetMs: 0 });
  });

  test('stores nothing for a request that never passed validation', async () => {
    const key = fresh('key');
    expect((await post('/v1/payment_intents', { currency: 'usd' }, key)).status).toBe(400);
    expect((await post('/v1/payment_intents', { currency: 'usd', amount: '5000' }, key)).status).toBe(200);
  });

  test('that is in flight is refused with 409 until the first request has ended', async () => {
    const payment = await ready();
    await world.control('faults', { path: '/v1/payment_intents/*/confirm', mode: 'hold' });
    const params = { payment_method: payment.methodId, off_session: true };
    const options = { idempotencyKey: fresh('key') };
    const first = world.stripe.paymentIntents.confirm(payment.intentId, params, options);
    while ((await world.state()).held === 0);
    const second = world.stripe.paymentIntents.confirm(payment.intentId, params, options);
    await expect(second).rejects.toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    await world.control('release', {});
    expect((await first).status).toBe('succeeded');
  });
});

describe('a reply that is lost on the way', () => {
  test('leaves one charge, because the retry with the same key gets the stored answer', async () => {
    const payment = await ready();
    const key = fresh('key');
    const path = `/v1/payment_intents/${payment.intentId}/confirm`;
    const body = { payment_method: payment.methodId, off_session: 'true' };
    await world.control('faults', { path: '/v1/payment_intents', mode: 'dropReply' });
    await expect(post(path, body, key)).rejects.toThrow('fetch failed');
    expect(value(await retrievePayment(world.config, payment.intentId)).state).toBe('succeeded');
    const retried = await post(path, body, key);
    expect(retried.headers.get('idempotent-replayed')).toBe('true');
    expect(await retried.json()).toMatchObject({ status: 'succeeded' });
    expect((await world.stripe.charges.list({ payment_intent: payment.intentId })).data).toHaveLength(1);
  });

  test('is not noticed by our adapter, which tries again with its key', async () => {
    const payment = await ready();
    await world.control('faults', { path: '/v1/payment_intents', mode: 'dropReply' });
    expect(value(await confirmPaymentIntent(world.config, { ...payment, attempt: 1 })).state).toBe(
      'succeeded',
    );
    expect((await world.stripe.charges.list({ payment_intent: payment.intentId })).data).toHaveLength(1);
  });
});

describe('an error of Stripe itself', () => {
  test('is stored under the key, so the next attempt needs a new one', async () => {
    const payment = await ready();
    await world.control('faults', { path: '/v1/payment_intents', mode: '500' });
    const first = await confirmPaymentIntent(world.config, { ...payment, attempt: 1 });
    expect(first).toMatchObject({ ok: false, problem: 'broken' });
    expect(await confirmPaymentIntent(world.config, { ...payment, attempt: 1 })).toEqual(first);
    expect(value(await retrievePayment(world.config, payment.intentId)).state).toBe('ready');
    expect(value(await confirmPaymentIntent(world.config, { ...payment, attempt: 2 })).state).toBe(
      'succeeded',
    );
  });

  test('does not keep a payment from being given up the next time', async () => {
    const payment = await ready();
    await world.control('faults', { path: '/v1/payment_intents', mode: '500' });
    expect(await cancelPayment(world.config, payment)).toMatchObject({ ok: false, problem: 'broken' });
    expect(value(await cancelPayment(world.config, payment)).state).toBe('canceled');
    expect(value(await cancelPayment(world.config, payment)).state).toBe('canceled');
  });

  test('that is no answer at all comes back as unreachable', async () => {
    const gone = await startWorld();
    await gone.sandbox.close();
    expect(await retrievePayment(gone.config, 'pi_1')).toMatchObject({ ok: false, problem: 'unreachable' });
  });
});
