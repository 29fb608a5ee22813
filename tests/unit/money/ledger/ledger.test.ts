import { describe, expect, test } from 'vitest';
import { balanced, entriesOfHold } from '@/lib/money/ledger/rules';

describe('money on hold', () => {
  const payment = { companyId: 'o', amountMinor: 1_000n, feeMinor: 30n, currency: 'USD' };

  test('is what the company earned, moved from what is payable to what is held', () => {
    expect(entriesOfHold(payment)).toEqual([
      { account: 'expert_payable', companyId: 'o', amountMinor: 970n, currency: 'USD' },
      { account: 'dispute_hold', companyId: 'o', amountMinor: -970n, currency: 'USD' },
    ]);
  });

  test('is nothing where the fee took all of it', () => {
    expect(entriesOfHold({ ...payment, feeMinor: 1_000n })).toEqual([]);
  });
});

test('every currency must balance, not only one of them', () => {
  const entry = { account: 'refunds' as const, companyId: null };
  const entries = [
    { ...entry, amountMinor: 5n, currency: 'USD' },
    { ...entry, amountMinor: -5n, currency: 'USD' },
    { ...entry, amountMinor: 7n, currency: 'EUR' },
  ];
  expect(balanced(entries)).toBe(false);
  expect(balanced([...entries, { ...entry, amountMinor: -7n, currency: 'EUR' }])).toBe(true);
  expect(balanced(entries.slice(2))).toBe(false);
  expect(balanced([])).toBe(true);
});
