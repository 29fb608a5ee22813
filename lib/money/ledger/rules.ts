import { sumOf } from '@/lib/core/money';

export type Account =
  | 'stripe_clearing'
  | 'expert_payable'
  | 'platform_fee'
  | 'expert_receivable'
  | 'refunds'
  | 'dispute_hold';

/** One side of a movement. Debits are positive, credits negative. */
export type Entry = { account: Account; companyId: string | null; amountMinor: bigint; currency: string };

/** A charge that succeeded: Stripe holds the amount for us; we owe the company what the fee leaves, and the fee is ours. */
export function entriesOfCharge(payment: {
  companyId: string;
  amountMinor: bigint;
  feeMinor: bigint;
  currency: string;
}): Entry[] {
  const { companyId, amountMinor, feeMinor, currency } = payment;
  return [
    { account: 'stripe_clearing' as const, companyId: null, amountMinor, currency },
    { account: 'expert_payable' as const, companyId, amountMinor: -(amountMinor - feeMinor), currency },
    { account: 'platform_fee' as const, companyId: null, amountMinor: -feeMinor, currency },
  ].filter((entry) => entry.amountMinor !== 0n);
}

/** What the company earned from a payment, set aside while nobody knows whether it stays: none of it is payable. */
export function entriesOfHold(payment: {
  companyId: string;
  amountMinor: bigint;
  feeMinor: bigint;
  currency: string;
}): Entry[] {
  const { companyId, currency } = payment;
  const amountMinor = payment.amountMinor - payment.feeMinor;
  if (amountMinor === 0n) return [];
  return [
    { account: 'expert_payable', companyId, amountMinor, currency },
    { account: 'dispute_hold', companyId, amountMinor: -amountMinor, currency },
  ];
}

/** Whether the entries sum to zero in every currency, as Postgres checks again at commit. */
export function balanced(entries: readonly Entry[]): boolean {
  const currencies = new Set(entries.map(({ currency }) => currency));
  return [...currencies].every(
    (currency) =>
      sumOf(entries.filter((entry) => entry.currency === currency).map(({ amountMinor }) => amountMinor)) ===
      0n,
  );
}
