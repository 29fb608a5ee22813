import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { VENDOR } from '@/lib/core/rights';
import { finish, nextAttempt } from '@/lib/money/payments/commands';
import { charge } from '@/lib/money/payments/handlers';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import type { Bank } from '@/tests/fixtures/money';
import { entriesOf, expectPaidOnce, openTill, payment, row, STEPS } from '@/tests/fixtures/till';

let bank: Bank;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ bank, close } = await openTill());
});
afterAll(() => close());
afterEach(() => bank.control('clock', { offsetMs: 0 }));

describe('a charge', () => {
  test('takes the money once, writes the ledger, and tells the job', async () => {
    const of = await payment(bank);
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });

  test('run twice at once takes the money once', async () => {
    const of = await payment(bank);
    const runs = await Promise.allSettled([charge(of.paymentId), charge(of.paymentId), charge(of.paymentId)]);
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });

  test.each(Object.keys(STEPS) as (keyof typeof STEPS)[])(
    'killed once the payment was %s takes the money once when it runs again',
    async (step) => {
      const of = await payment(bank);
      await STEPS[step](of);
      await charge(of.paymentId);
      await expectPaidOnce(bank, of);
    },
  );

  test.each(Object.keys(STEPS) as (keyof typeof STEPS)[])(
    'killed once the payment was %s, and run again two days later when Stripe has forgotten the keys, takes it once',
    async (step) => {
      const of = await payment(bank);
      await STEPS[step](of);
      const days = 2 * 86_400_000;
      await bank.control('clock', { offsetMs: days });
      const createdAt = new Date(Date.now() - days);
      await database().payment.update({ where: { id: of.paymentId }, data: { createdAt } });
      await charge(of.paymentId);
      await expectPaidOnce(bank, of);
      const intents = (await bank.objects('payment_intent')).filter(
        ({ metadata }) => (metadata as { paymentId?: string }).paymentId === of.paymentId,
      );
      expect(intents).toHaveLength(1);
    },
  );

  test.each([
    ['create', '/v1/payment_intents'],
    ['confirm', '/v1/payment_intents/*/confirm'],
  ])('whose answer to %s is lost three times takes the money once', async (_what, path) => {
    const of = await payment(bank);
    await bank.control('faults', { path, mode: 'dropReply', times: 3 });
    await charge(of.paymentId).catch(() => {});
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });

  test('that Stripe answers with errors of its own is tried under another key', async () => {
    const of = await payment(bank);
    await bank.control('faults', { path: '/v1/payment_intents', mode: '500' });
    await expect(charge(of.paymentId)).rejects.toThrow(/broken/);
    expect((await row(of.paymentId)).attempt).toBe(2);
    await charge(of.paymentId);
    await expectPaidOnce(bank, of);
  });

  test('of an amount that is not ours is never booked', async () => {
    const { paymentId } = await payment(bank);
    const told = { state: 'succeeded' as const, minor: 39_999n, currency: 'USD', intentId: 'pi_other' };
    await expect(perform(VENDOR, (tx) => finish(tx, VENDOR, { paymentId, told }))).rejects.toThrow(/amount/);
    expect((await row(paymentId)).status).toBe('pending');
    expect(await entriesOf(paymentId)).toEqual([]);
  });

  test('is for Stripe alone: a person cannot have it booked', async () => {
    const { paymentId, world } = await payment(bank);
    const told = { state: 'succeeded' as const, minor: 40_000n, currency: 'USD', intentId: 'pi_forged' };
    const { owner, expert, admin } = world.people;
    for (const actor of [owner, expert, admin])
      await expect(perform(actor, (tx) => finish(tx, actor, { paymentId, told }))).rejects.toMatchObject({
        name: 'Refusal',
      });
    expect((await row(paymentId)).status).toBe('pending');
  });
});

test('the number of the attempt only goes up', async () => {
  const { paymentId } = await payment(bank);
  const next = (after: number) => perform(VENDOR, (tx) => nextAttempt(tx, VENDOR, { paymentId, after }));
  expect([await next(1), await next(1), await next(2), await next(1)]).toEqual([2, 2, 3, 3]);
});
