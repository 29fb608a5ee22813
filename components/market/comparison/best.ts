import type { Answer } from '@/lib/job/answers/queries';

/** As many reviews as it takes for a rating to be the best of a row: fewer are chance. */
export const REVIEWS_TO_WIN = 3;

/** The one that is plainly best of those that say anything, if at least two do and none is as good; else null. */
export function bestOf<Value>(
  values: readonly (Value | null)[],
  isBetter: (one: Value, other: Value) => boolean,
): number | null {
  const said = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (said.length < 2) return null;
  const best = said.find(({ value, at }) =>
    said.every((other) => other.at === at || isBetter(value, other.value)),
  );
  return best?.at ?? null;
}

export const more = (one: number, other: number) => one > other;
export const less = (one: number, other: number) => one < other;

type Range = { from: bigint; to: bigint; currency: string };

export function rangeOf({ rate }: Answer): Range | null {
  const from = rate.fromMinor ?? rate.toMinor;
  return from === null ? null : { from, to: rate.toMinor ?? from, currency: rate.currency };
}

/** Cheaper at one end and no dearer at the other. */
export function cheaper(one: Range, other: Range): boolean {
  if (one.currency !== other.currency) return false;
  return one.from <= other.from && one.to <= other.to && (one.from < other.from || one.to < other.to);
}
