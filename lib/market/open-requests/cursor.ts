/** How many have answered, from fewest to most: what "fewest responses first" goes through. */
export const TIERS = ['none', 'few', 'many'] as const;
export type Tier = (typeof TIERS)[number];

/** A place in the list of open requests; where the fewest responses come first, within one tier. */
export type Place = { position: bigint; tier: Tier | null };

/** Opaque to people: the position in base 36, behind the tier's first letter and a dot. */
export function writePlace({ position, tier }: Place): string {
  return `${tier ? `${tier[0]}.` : ''}${position.toString(36)}`;
}

/** The place, or null where the text is not one: a broken link shows the first page. */
export function readPlace(text: string | undefined): Place | null {
  const match = /^(?:([nfm])\.)?([0-9a-z]{1,11})$/.exec(text ?? '');
  if (!match) return null;
  const number = Number.parseInt(match[2]!, 36);
  if (!Number.isSafeInteger(number)) return null;
  return { position: BigInt(number), tier: TIERS.find((tier) => tier[0] === match[1]) ?? null };
}
