import { get } from 'node:http';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detachMethod } from '@/lib/vendors/stripe/methods';
import { payer, startWorld, value, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.sandbox.close());

const DAY = 24 * 3600 * 1000;
const person = { name: 'Tern Studio', email: 'accounts@tern.example' };

describe('the wire', () => {
  test('wants the secret key', async () => {
    const wrong = await detachMethod({ ...world.config, secretKey: 'sk_test_wrong' }, 'pm_1');
    expect(wrong).toMatchObject({ ok: false, problem: 'unauthorised' });
    const nobody = await fetch(`${world.sandbox.url}/v1/customers`);
    expect(nobody.status).toBe(401);
    expect(await nobody.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  test('never carries a live key to another endpoint', async () => {
    const config = { ...world.config, secretKey: 'sk_live_x' };
    await expect(async () => detachMethod(config, 'pm_1')).rejects.toThrow('live Stripe key');
  });

  test('refuses what it does not know, naming the parameter', async () => {
    const unknown = world.stripe.customers.create({ nickname: 'x' } as Stripe.CustomerCreateParams);
    await expect(unknown).rejects.toMatchObject({ code: 'parameter_unknown', param: 'nickname' });
    const missing = world.stripe.paymentIntents.create({
      currency: 'usd',
    } as Stripe.PaymentIntentCreateParams);
    await expect(missing).rejects.toMatchObject({ code: 'parameter_missing', param: 'amount' });
    const nothing = world.stripe.paymentIntents.retrieve('pi_nothing');
    await expect(nothing).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' });
    await expect(world.stripe.accounts.list()).rejects.toMatchObject({ statusCode: 404 });
  });

  test('pages through a list without losing or repeating anything', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i++)
      ids.push((await world.stripe.customers.create({ email: 'seven@x.example' })).id);
    const params = { email: 'seven@x.example', limit: 3 };
    const first = await world.stripe.customers.list(params);
    expect(first).toMatchObject({ has_more: true, url: '/v1/customers' });
    const all = await world.stripe.customers.list(params).autoPagingToArray({ limit: 100 });
    expect(all.map(({ id }) => id)).toEqual(ids.reverse());
  });

  test('keeps, merges and removes metadata', async () => {
    const { id } = await world.stripe.customers.create({ metadata: { a: '1', b: '2' } });
    const after = await world.stripe.customers.update(id, { name: 'Kestrel', metadata: { b: '', c: '3' } });
    expect(after).toMatchObject({ name: 'Kestrel', metadata: { a: '1', c: '3' } });
    expect((await world.stripe.customers.retrieve(id)).id).toBe(id);
  });

  test('keeps cards that may be charged, and forgets the ones that are removed', async () => {
    const { customerId, methodId } = await payer(world, 'pm_card_mastercard');
    const cards = async () => (await world.stripe.customers.listPaymentMethods(customerId)).data;
    const card = { brand: 'mastercard', last4: '4444', exp_month: 12 };
    expect(await cards()).toMatchObject([{ id: methodId, card }]);
    value(await detachMethod(world.config, methodId));
    expect(await cards()).toEqual([]);
    const reuse = world.stripe.paymentMethods.attach(methodId, { customer: customerId });
    await expect(reuse).rejects.toMatchObject({ statusCode: 400, param: 'payment_method' });
  });

  test.each([
    ['pm_card_chargeDeclined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient_funds'],
  ])('does not attach %s', async (card, declineCode) => {
    const { id: customer } = await world.stripe.customers.create(person);
    const attached = world.stripe.paymentMethods.attach(card, { customer });
    await expect(attached).rejects.toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: declineCode,
    });
  });

  test("does not charge one customer with another's card", async () => {
    const { methodId } = await payer(world, 'pm_card_visa');
    const { customerId } = await payer(world, 'pm_card_visa');
    const mixed = world.stripe.paymentIntents.create({
      amount: 9000,
      currency: 'usd',
      customer: customerId,
      payment_method: methodId,
      confirm: true,
      off_session: true,
    });
    await expect(mixed).rejects.toMatchObject({ statusCode: 400, param: 'payment_method' });
  });
});

describe('the sandbox', () => {
  test('is not changed by the page of another site, nor read under another name', async () => {
    const foreign = await fetch(`${world.sandbox.url}/_sandbox/clock`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: JSON.stringify({ offsetMs: DAY }),
    });
    expect(foreign.status).toBe(403);
    expect(await world.state()).toMatchObject({ clockOffsetMs: 0 });
    const { port } = world.sandbox;
    const renamed = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: `elsewhere.example:${port}` };
      get({ port, host: '127.0.0.1', path: '/_sandbox/state', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    expect(renamed).toBe(421);
  });

  test('shows what it holds, escaped', async () => {
    const { id } = await world.stripe.customers.create({ name: '<script>alert(1)</script>' });
    for (const path of ['/', '/list/customer', '/list/event', `/objects/${id}`]) {
      const answer = await fetch(`${world.sandbox.url}${path}`);
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).toContain('Sandbox: no real money moves');
      expect(page).not.toContain('<script');
    }
    expect((await fetch(`${world.sandbox.url}/objects/nothing`)).status).toBe(404);
  });
});
