import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as webhook } from '@/app/api/stripe/webhook/route';
import { database } from '@/lib/db/client';
import { env } from '@/lib/env';
import { charge, readEvent } from '@/lib/payments/handlers';
import type { Bank } from '@/tests/fixtures/money';
import { expectPaidOnce, openTill, payment, STEPS } from '@/tests/fixtures/till';

let bank: Bank;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ bank, close } = await openTill());
});
afterAll(() => close());

describe('webhooks', () => {
  type Sent = { id: string; body: string };
  const post = ({ body }: Sent, secret = env.STRIPE_WEBHOOK_SECRET) =>
    webhook(
      new Request('http://127.0.0.1/api/stripe/webhook', {
        method: 'POST',
        body,
        headers: {
          'stripe-signature': bank.stripe.webhooks.generateTestHeaderString({ payload: body, secret }),
        },
      }),
    );
  const events = async (intentId: string): Promise<Sent[]> => {
    const { data } = await bank.stripe.events.list({ limit: 100 });
    return data
      .filter(({ data: { object } }) => (object as { id?: string }).id === intentId)
      .map((event) => ({ id: event.id, body: JSON.stringify(event) }));
  };
  /** The same order for everyone who runs the test: three of each, mixed. */
  const mixed = <T>(list: T[]): T[] =>
    [...list].reverse().flatMap((one, at) => [one, list[at]!, list[(at * 7) % list.length]!]);

  test('each three times and out of order end as one charge, also before the handler has heard', async () => {
    const of = await payment(bank);
    const intentId = await STEPS.confirmed(of);
    const sent = await events(intentId);
    expect(sent.length).toBeGreaterThanOrEqual(2);
    for (const one of mixed(sent)) expect((await post(one)).status).toBe(200);
    const ids = sent.map(({ id }) => id);
    expect(await database().stripeEvent.count({ where: { id: { in: ids } } })).toBe(sent.length);
    for (const id of mixed(ids)) await readEvent(id);
    await expectPaidOnce(bank, of);
    await charge(of.paymentId);
    for (const one of sent) await post(one);
    for (const id of ids) await readEvent(id);
    await expectPaidOnce(bank, of);
    expect(await database().stripeEvent.count({ where: { id: { in: ids }, handledAt: null } })).toBe(0);
  });

  test('read beside the handler at the same time end as one charge', async () => {
    const of = await payment(bank);
    const intentId = await STEPS.confirmed(of);
    const sent = await events(intentId);
    for (const one of sent) await post(one);
    await Promise.allSettled([charge(of.paymentId), ...sent.map(({ id }) => readEvent(id))]);
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });

  test('of another payment of that Stripe account are read and change nothing', async () => {
    const intent = await bank.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd' });
    await bank.stripe.paymentIntents.cancel(intent.id);
    for (const one of await events(intent.id)) {
      await post(one);
      await readEvent(one.id);
      const kept = await database().stripeEvent.findUniqueOrThrow({ where: { id: one.id } });
      expect(kept.handledAt).toBeInstanceOf(Date);
    }
  });

  test('without Stripe’s signature are refused and leave nothing', async () => {
    const forged = {
      id: 'evt_forged',
      body: JSON.stringify({ id: 'evt_forged', type: 'payment_intent.succeeded', data: { object: {} } }),
    };
    expect((await post(forged, 'whsec_wrong')).status).toBe(400);
    const bare = new Request('http://127.0.0.1/api/stripe/webhook', { method: 'POST', body: forged.body });
    expect((await webhook(bare)).status).toBe(400);
    expect(await database().stripeEvent.count({ where: { id: 'evt_forged' } })).toBe(0);
  });
});
