import { COUNTRIES } from '@/lib/identity/companies/countries';
import { CERTIFICATIONS } from '@/lib/market/certifications/catalog';
import { findExperts } from '@/lib/market/directory/queries';
import { type Filters, type Place, RATES, STARS } from '@/lib/market/directory/schema';
import { termsOf } from '@/lib/market/directory/terms';
import { database } from '@/lib/platform/db/client';
import { loadExperts } from './directory-rows';
import { type Figure, percentile, say } from './measure';
import { withOwnDatabase } from './own-database';

const EXPERTS = 100_000;
const WARM_UP = 200;
const SEARCHES = 1_000;
const CHECKED = 60;
const CARDS = 20;
/** A deep page: what stands after so many. */
const DEEP = 20_000;

type Search = { kind: string; filters: Filters; from: Place | null };

/** How long a page of the directory takes, against fetching twenty experts by their keys over the same pool. */
export async function measureDirectory(): Promise<Figure[]> {
  return withOwnDatabase(async ({ ownerUrl }) => {
    await loadExperts(ownerUrl, EXPERTS);
    return [await measured()];
  });
}

async function measured(): Promise<Figure> {
  const make = await searches();
  for (let count = 0; count < CHECKED; count += 1) await check(make());
  say(`  ${CHECKED} searches found what a plain query finds`);
  const keys = await database().$queryRaw<{ id: string }[]>`SELECT id FROM expert_entry ORDER BY id`;
  const floor = () => {
    const ids = Array.from({ length: CARDS }, () => keys[Math.floor(Math.random() * keys.length)]!.id);
    return timed(() => database().$queryRaw`SELECT * FROM "expert" WHERE id = ANY (${ids}::uuid[])`);
  };
  const floors: number[] = [];
  const subjects: { kind: string; took: number }[] = [];
  for (let round = -WARM_UP; round < SEARCHES; round += 1) {
    const { kind, filters, from } = make();
    const subject = () => timed(() => findExperts(filters, from));
    // Each goes first in every other pair, so that neither always pays for what the other left to clear up.
    const [first, second] =
      round % 2 === 0 ? [await floor(), await subject()] : [await subject(), await floor()];
    if (round < 0) continue;
    const [key, page] = round % 2 === 0 ? [first, second] : [second, first];
    floors.push(key);
    subjects.push({ kind, took: page });
  }
  const line = (name: string, times: number[]) => {
    const [half, most] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(2));
    say(`  ${name.padEnd(24)} p50 ${half} ms, p95 ${most} ms, ${times.length} times`);
  };
  line('20 rows by key', floors);
  const all = subjects.map(({ took }) => took);
  line('a page', all);
  for (const kind of [...new Set(subjects.map((subject) => subject.kind))].sort())
    line(
      kind,
      subjects.filter((subject) => subject.kind === kind).map(({ took }) => took),
    );
  return { name: 'directory', ratio: percentile(all, 0.95) / percentile(floors, 0.95), goal: 3 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const one = <Value>(values: readonly Value[]) => values[Math.floor(Math.random() * values.length)]!;

/** 40 in 100 without words, 20 with a common, 15 a medium, 15 a rare one, 10 a misspelt name; half filtered; half deep. */
async function searches(): Promise<() => Search> {
  const counted = await database().$queryRaw<{ word: string; many: number }[]>`
    SELECT word, (ndoc * 20)::int AS many FROM ts_stat('SELECT search FROM expert_entry TABLESAMPLE SYSTEM (5)')
    WHERE word ~ '^[a-z]{4,}$'`;
  const common = counted.filter(({ many }) => many >= EXPERTS / 10).map(({ word }) => word);
  const medium = counted.filter(({ many }) => many >= 300 && many <= 500).map(({ word }) => word);
  const rare = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM ts_stat('SELECT search FROM expert_entry WHERE id < ''10000000-0000-0000-0000-000000000000''')
    WHERE word ~ '^[a-z]{4,}$' AND ndoc = 1`;
  const few: string[] = [];
  for (const { word } of rare) {
    const [found] = await database().$queryRaw<{ many: number }[]>`
      SELECT count(*)::int AS many FROM expert_entry WHERE search @@ to_tsquery('english', ${word})`;
    if (found!.many > 0 && found!.many <= EXPERTS / 10_000) few.push(word);
    if (few.length >= 50) break;
  }
  if ([common, medium, few].some(({ length }) => length === 0)) throw new Error('a kind of word is missing');
  const names = await database().$queryRaw<{ name: string }[]>`
    SELECT p.name FROM "person" p TABLESAMPLE SYSTEM (1) JOIN "expert" e ON e."personId" = p.id LIMIT 500`;
  const [deep] = await database().$queryRaw<{ id: string; standing: bigint }[]>`
    SELECT id, standing FROM expert_entry ORDER BY standing DESC, id DESC OFFSET ${DEEP} LIMIT 1`;
  say(`  ${common.length} common, ${medium.length} medium and ${few.length} rare words`);
  const words: [number, string, () => string | undefined][] = [
    [40, 'no words', () => undefined],
    [20, 'a common word', () => one(common)],
    [15, 'a medium word', () => one(medium)],
    [15, 'a rare word', () => one(few)],
    [10, 'a misspelt name', () => misspelt(one(names).name)],
  ];
  return () => {
    let draw = Math.random() * 100;
    const [, kind, word] = words.find(([share]) => {
      draw -= share;
      return draw < 0;
    })!;
    const filtered = Math.random() < 0.5;
    const far = Math.random() < 0.5 && kind !== 'a misspelt name';
    return {
      kind: `${kind}${filtered ? ', filters' : ''}${far ? ', deep' : ''}`,
      filters: { q: word(), ...(filtered ? someFilters() : {}) },
      from: far ? { ...deep!, alike: false } : null,
    };
  };
}

/** One or two of those that the page offers. */
function someFilters(): Filters {
  const offers: (() => Filters)[] = [
    () => ({ country: one(COUNTRIES) }),
    () => ({ code: one(CERTIFICATIONS).code }),
    () => ({ level: one(['associate', 'professional', 'specialty']) }),
    () => ({ rate: one(RATES) }),
    () => ({ stars: one(STARS) }),
    () => ({ language: one(['swedish', 'german', 'hindi']) }),
    () => ({ kind: one(['freelancer', 'firm'] as const) }),
  ];
  return { ...one(offers)(), ...(Math.random() < 0.5 ? one(offers)() : {}) };
}

/** Two letters changed places, or one is gone. */
function misspelt(name: string): string {
  const at = name.length - 5;
  return Math.random() < 0.5
    ? `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`
    : `${name.slice(0, at)}${name.slice(at + 1)}`;
}

/** The same page by the plainest query there is. Names that are alike have no other definition, and are left out. */
async function check({ filters, from }: Search): Promise<void> {
  const page = await findExperts(filters, from);
  if (page.alike) return;
  const { tags } = termsOf(filters);
  const plain = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM expert_entry
    WHERE (${filters.q ?? ''} = '' OR search @@ websearch_to_tsquery('english', ${filters.q ?? ''}))
      AND tsvector_to_array(search) @> ${tags}::text[]
      AND (standing, id) < (${from?.standing ?? 2n ** 63n - 1n}::bigint, ${from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
    ORDER BY standing DESC, id DESC LIMIT ${CARDS}`;
  const [found, wanted] = [page.rows, plain].map((rows) => rows.map(({ id }) => id).join(' '));
  if (found !== wanted) throw new Error(`a search found somebody else: ${JSON.stringify(filters)}`);
}
