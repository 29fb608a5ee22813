import { formatMoney } from '@/lib/core/money';

/** "$90 to $140 an hour"; null where the expert names no rate. */
export function rateOf(rate: {
  fromMinor: bigint | null;
  toMinor: bigint | null;
  currency: string;
}): string | null {
  const { fromMinor, toMinor, currency } = rate;
  const shown = (minor: bigint) => formatMoney({ minor, currency }, { short: true });
  if (fromMinor !== null && toMinor !== null && fromMinor !== toMinor)
    return `${shown(fromMinor)} to ${shown(toMinor)} an hour`;
  const one = fromMinor ?? toMinor;
  return one === null ? null : `${shown(one)} an hour`;
}
