import { z } from 'zod';
import { readId } from '@/lib/core/id';
import { tidy } from '@/lib/core/visible';

/** "Up to so many dollars an hour" and "so many tenths of a star or more". The same steps stand in `directory_tags`. */
export const RATES = [50, 75, 100, 125, 150, 200, 300] as const;
export const STARS = [30, 35, 40, 45] as const;
export const SEARCH_TEXT_MAX = 200;
/** A company's rating begins as if so many customers had given it so many stars. The same stands in `directory_standing`. */
export const BEGINS_WITH = { customers: 3, stars: 4 } as const;

/** A code of a list, an id or a step: whatever else stands in an address is taken for nothing. */
const code = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,40}$/)
  .optional()
  .catch(undefined);
const yes = z.literal('yes').optional().catch(undefined);
const step = (steps: readonly number[]) =>
  z.coerce
    .number()
    .refine((value) => steps.includes(value))
    .optional()
    .catch(undefined);

/** What one looks for: the state of the directory's pages, as their addresses carry it. */
export const Filters = z.object({
  q: z
    .string()
    .transform((text) => tidy(text.replaceAll('\u0000', '')).replace(/\s+/g, ' ').slice(0, SEARCH_TEXT_MAX))
    .optional()
    .catch(undefined)
    .transform((text) => text || undefined),
  country: code,
  /** A certification's code. */
  code,
  level: code,
  service: code,
  language: code,
  rate: step(RATES),
  stars: step(STARS),
  kind: z.enum(['freelancer', 'firm']).optional().catch(undefined),
  partner: yes,
});
export type Filters = Partial<z.output<typeof Filters>>;

type Search = Record<string, string | string[] | undefined>;

/** The filters in an address, read one by one: a broken one is left out. */
export function readFilters(search: Search): Filters {
  return Filters.parse(
    Object.fromEntries(Object.keys(Filters.shape).map((key) => [key, [search[key]].flat()[0] || undefined])),
  );
}

/** A place in a list that goes by standing: what "next" carries. */
export type Place = {
  standing: bigint;
  id: string;
  /** The list is of names that are alike, since the words were found nowhere. */
  alike: boolean;
};

export function writePlace({ standing, id, alike }: Place): string {
  return `${alike ? 'a' : 'w'}${standing.toString(36)}.${id.replaceAll('-', '')}`;
}

/** The place, or null where the text is not one: a broken link shows the first page. */
export function readPlace(text: string | undefined): Place | null {
  const match = /^([aw])([0-9a-z]{1,12})\.([0-9a-f]{32})$/.exec(text ?? '');
  if (!match) return null;
  const id = readId(match[3]!.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  let standing = 0n;
  for (const letter of match[2]!) standing = standing * 36n + BigInt(Number.parseInt(letter, 36));
  return id && standing < 2n ** 63n ? { standing, id, alike: match[1] === 'a' } : null;
}
