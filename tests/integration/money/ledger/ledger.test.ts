import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { balancesOf } from '@/lib/money/ledger/queries';
import { charge } from '@/lib/money/payments/handlers';
import { earnedOf, earningsPage } from '@/lib/money/payments/queries';
import { database, openDatabase } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import type { Bank } from '@/tests/fixtures/money';
import { openTill, payment } from '@/tests/fixtures/till';

let bank: Bank;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ bank, close } = await openTill());
});
afterAll(() => close());

describe('the ledger', () => {
  test('sums to zero, over everything that was ever charged here', { timeout: 60_000 }, async () => {
    for (const card of ['pm_card_visa', 'pm_card_chargeCustomerFail', 'pm_card_mastercard', 'pm_card_amex'])
      await charge((await payment(bank, card)).paymentId);
    const [sum] = await database().$queryRaw<{ sum: bigint; transactions: number }[]>`
      SELECT sum("amountMinor")::bigint AS sum, count(DISTINCT "transactionId")::int AS transactions FROM "ledger_entry"`;
    expect(sum?.sum).toBe(0n);
    expect(sum?.transactions).toBe(3);
    const taken = await database().payment.aggregate({
      where: { status: 'succeeded' },
      _sum: { amountMinor: true },
    });
    const clearing = await database().ledgerEntry.aggregate({
      where: { account: 'stripe_clearing' },
      _sum: { amountMinor: true },
    });
    expect(clearing._sum.amountMinor).toBe(taken._sum.amountMinor);
  });

  test('refuses a movement that does not sum to zero, and a second one of the same payment', async () => {
    const of = await payment(bank);
    await charge(of.paymentId);
    const at = new Date();
    const entry = { account: 'stripe_clearing' as const, amountMinor: 1n, currency: 'USD' };
    const lopsided = database().ledgerTransaction.create({
      data: { kind: 'test', at, entries: { create: [entry, entry] } },
    });
    await expect(lopsided).rejects.toThrow(/does not sum to zero/);
    const twice = database().ledgerTransaction.create({
      data: { kind: 'charge', paymentId: of.paymentId, at, entries: { create: [] } },
    });
    await expect(twice).rejects.toThrow(/[Uu]nique/);
  });

  test.each(['web', 'worker'] as const)(
    'cannot be changed by the role of the %s; the web cannot even add to it',
    async (role) => {
      const of = await payment(bank);
      await charge(of.paymentId);
      const client = openDatabase(role === 'web' ? env.WEB_DATABASE_URL : env.WORKER_DATABASE_URL, 1);
      try {
        const denied = /permission denied|denied access/i;
        await expect(client.ledgerEntry.updateMany({ data: { amountMinor: 0n } })).rejects.toThrow(denied);
        await expect(client.ledgerEntry.deleteMany()).rejects.toThrow(denied);
        await expect(client.ledgerTransaction.deleteMany()).rejects.toThrow(denied);
        if (role === 'web') {
          const added = client.ledgerTransaction.create({ data: { kind: 'test', at: new Date() } });
          await expect(added).rejects.toThrow(denied);
        }
      } finally {
        await client.$disconnect();
      }
    },
  );

  test('is what a company reads as its earnings, and no other company', async () => {
    const of = await payment(bank);
    await charge(of.paymentId);
    const { expert, otherExpert, owner } = of.world.people;
    const { companyId } = of.world;
    expect(await balancesOf(expert)).toEqual([
      { companyId, currency: 'USD', payableMinor: 38_800n, heldMinor: 0n },
    ]);
    expect(await earnedOf(expert)).toMatchObject([
      { companyId, grossMinor: 40_000n, feeMinor: 1_200n, payments: 1 },
    ]);
    expect((await earningsPage(expert)).rows).toMatchObject([{ id: of.paymentId, feeMinor: 1_200n }]);
    for (const viewer of [otherExpert, owner]) {
      expect(await balancesOf(viewer)).toEqual([]);
      expect(await earnedOf(viewer)).toEqual([]);
      expect((await earningsPage(viewer)).rows).toEqual([]);
    }
  });
});
