import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as webhook } from '@/app/api/stripe/webhook/route';
import { balancesOf } from '@/lib/money/ledger/queries';
import { charge } from '@/lib/money/payments/handlers';
import { readEvent } from '@/lib/money/stripe-events/handlers';
import { countHeldPayments, heldPayments } from '@/lib/money/stripe-events/queries';
import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { metricsText } from '@/lib/platform/metrics/metrics';
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

  describe('of what begins at Stripe', () => {
    const last = async (paymentId: string) => {
      const { stripeIntentId } = await database().payment.findUniqueOrThrow({ where: { id: paymentId } });
      const { data } = await bank.stripe.events.list({ limit: 100 });
      return data
        .filter(
          ({ data: { object } }) => (object as { payment_intent?: string }).payment_intent === stripeIntentId,
        )
        .filter(({ type }) => /refund/.test(type))
        .map((event) => ({ id: event.id, type: event.type, body: JSON.stringify(event) }));
    };

    test('a refund is kept as unhandled, holds the company’s earning once, and is shown to admins', async () => {
      const of = await payment(bank);
      await charge(of.paymentId);
      const { world } = of;
      const balance = async () =>
        (await balancesOf(world.people.expert)).find(({ companyId }) => companyId === world.companyId)!;
      const before = await balance();
      expect(before).toMatchObject({ heldMinor: 0n });
      const paid = await database().payment.findUniqueOrThrow({ where: { id: of.paymentId } });
      await bank.stripe.refunds.create({ payment_intent: paid.stripeIntentId!, amount: 100 });
      const sent = await last(of.paymentId);
      expect(sent.map(({ type }) => type).sort()).toEqual(['charge.refunded', 'refund.created']);
      for (const one of mixed(sent)) expect((await post(one)).status).toBe(200);
      for (const { id } of mixed(sent)) await readEvent(id);
      for (const { id } of sent)
        expect(await database().stripeEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({
          handledAt: null,
          unhandledAt: expect.any(Date),
          paymentId: of.paymentId,
        });
      const net = paid.amountMinor - paid.feeMinor;
      expect(await balance()).toMatchObject({
        payableMinor: before.payableMinor - net,
        heldMinor: net,
      });
      const [shown] = (await heldPayments(world.people.admin, null)).rows.filter(
        ({ id }) => id === of.paymentId,
      );
      expect(shown).toMatchObject({ heldMinor: net, paidMinor: paid.amountMinor });
      expect(shown?.events.map(({ type }) => type).sort()).toEqual(['charge.refunded', 'refund.created']);
      expect((await heldPayments(world.people.owner, null)).rows).toEqual([]);
      expect(await countHeldPayments(world.people.admin)).toBeGreaterThan(0);
      expect(await metricsText()).toMatch(/groundcrew_stripe_events_unhandled\S* [1-9]/);
    });

    test('a dispute that overtakes the news of its charge waits for it, and then holds', async () => {
      const of = await payment(bank);
      const intentId = await STEPS.confirmed(of);
      const dispute = { id: `du_${of.paymentId}`, object: 'dispute', payment_intent: intentId, charge: null };
      const id = `evt_${of.paymentId}`;
      const body = JSON.stringify({ id, type: 'charge.dispute.created', data: { object: dispute } });
      expect((await post({ id, body })).status).toBe(200);
      await readEvent(id);
      expect(await database().ledgerTransaction.count({ where: { paymentId: of.paymentId } })).toBe(2);
    });
  });

  test.each([
    ['a thin event', { id: 'evt_thin', object: 'v2.core.event', type: 'v2.core.account.updated' }, 200],
    ['no data', { id: 'evt_nothing', type: 'charge.refunded', data: null }, 400],
    ['an object without anything', {}, 400],
    ['a list', [], 400],
    ['null', null, 400],
    ['a type that is no text', { id: 'evt_7', type: 7, data: { object: {} } }, 400],
    ['an odd reference', { id: 'evt_odd', type: 'x.y', data: { object: { id: 'x_1', charge: 7 } } }, 200],
  ])('of an odd form, rightly signed: %s', async (_what, body, status) => {
    expect((await post({ id: '', body: JSON.stringify(body) })).status).toBe(status);
  });

  test.each(['{"id":"evt_cut","type":"charge.ref', '', 'x'])('that were cut: %j', async (body) => {
    expect((await post({ id: '', body })).status).toBe(400);
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
