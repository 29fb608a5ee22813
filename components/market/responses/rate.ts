import { formatMoney } from '@/lib/core/money';

type Rate = { fromMinor: bigint | null; toMinor: bigint | null; currency: string };

/** "$90 to $140 an hour"; null where the expert names no rate. */
export function rateOf(rate: Rate): string | null {
  const { fromMinor, toMinor, currency } = rate;
  const shown = (minor: bigint) => formatMoney({ minor, currency }, { short: true });
  if (fromMinor !== null && toMinor !== null && fromMinor !== toMinor)
    return `${shown(fromMinor)} to ${shown(toMinor)} an hour`;
  const one = fromMinor ?? toMinor;
  return one === null ? null : `${shown(one)} an hour`;
}

/** The same for a column: "$90–$140/h". */
export function shortRate(rate: Rate): string | null {
  return rateOf(rate)?.replace(' to ', '–').replace(' an hour', '/h') ?? null;
}
