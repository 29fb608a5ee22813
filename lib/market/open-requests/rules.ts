import { type No, no } from '@/lib/core/refusal';
import type { Person } from '@/lib/core/rights';
import { sellingOf } from '@/lib/core/scope';
import { OpenRequestSearch } from './schema';

type Params = Record<string, string | string[] | undefined>;
const NAMES = Object.keys(OpenRequestSearch.shape) as (keyof OpenRequestSearch)[];

/** The search in an address. What cannot be read is left out of it, with a sentence for each. */
export function readSearch(params: Params): { search: OpenRequestSearch; problems: Record<string, string> } {
  const parsed = OpenRequestSearch.safeParse(params);
  if (parsed.success) return { search: parsed.data, problems: {} };
  const problems: Record<string, string> = {};
  for (const issue of parsed.error.issues) problems[String(issue.path[0])] ??= issue.message;
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !(name in problems)));
  return { search: OpenRequestSearch.parse(rest), problems };
}

/** The search as an address has it, always in the same order, without what goes without saying. */
export function writeSearch(search: OpenRequestSearch, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const value = search[name];
    if (name === 'sort' && value === 'new') continue;
    for (const one of [value ?? []].flat().toSorted()) if (one) params.append(name, one);
  }
  for (const [name, value] of Object.entries(more)) params.append(name, value);
  return params.toString();
}

/** An address's parameters as Next gives them: a name may stand there several times. */
export function paramsOf(query: URLSearchParams): Params {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
}

/** The search of an address that was written down. */
export function searchOf(query: string): OpenRequestSearch {
  return readSearch(paramsOf(new URLSearchParams(query))).search;
}

const quoted = (kind: string, code: string) => `'#${kind}:${code}'`;

/** The filters as Postgres asks them: facts of a request stand among its words with a # in front. */
export function filterWords(search: OpenRequestSearch): string {
  const { budget, service } = search;
  const groups = [
    // Both at once stand in the index as one fact.
    ...(budget.length > 0 && service.length > 0
      ? [budget.flatMap((one) => service.map((other) => quoted('bs', `${one}:${other}`)))]
      : [budget.map((one) => quoted('b', one)), service.map((one) => quoted('s', one))]),
    search.location.map((one) => quoted('l', one)),
    search.region.map((one) => quoted('r', one)),
    search.responses === 'none'
      ? [quoted('n', 'none')]
      : search.responses === 'few'
        ? [quoted('n', 'none'), quoted('n', 'few')]
        : [],
    search.free ? ["'#free'"] : [],
  ];
  return groups
    .filter((group) => group.length > 0)
    .map((group) => `(${group.join(' | ')})`)
    .join(' & ');
}

/** Whether somebody is on the expert side at all. */
export function canLook(person: Person): No | null {
  if (sellingOf(person).length > 0) return null;
  return no('forbidden', 'Open requests are for registered experts.');
}

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
