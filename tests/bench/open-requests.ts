import { loadavg } from 'node:os';
import { Client } from 'pg';
import type { Person } from '@/lib/core/rights';
import { chance, loadRequests, wordOf } from '@/lib/demo/world/bulk';
import { openRequestsOf } from '@/lib/market/open-requests/queries';
import { filterWords, searchOf, writePlace } from '@/lib/market/open-requests/rules';
import type { OpenRequestSearch } from '@/lib/market/open-requests/schema';
import { SERVICES } from '@/lib/market/tags/aws-services';
import type { Database } from '@/lib/platform/db/client';
import { makeCompany, makePerson, viewerOf } from '../fixtures/world';
import { type Figure, percentile, say } from './measure';
import { withOwnDatabase } from './own-database';

const REQUESTS = 1_000_000;
/** A page further down than anybody pages by hand. */
const DEEP = 999 * 20;
const WARM_UP = 100;
const ROUNDS = 1_000;
const FLOOR_ROWS = 20;
/** Of each class that the mix names, this many different words, by rank in the vocabulary. */
const WORDS = { common: [0, 12], medium: [880, 1000], rare: [42_000, 48_000] } as const;
const EACH = 6;
const SHARES = { common: [0.1, 1], medium: [0.002, 0.006], rare: [0, 0.0001] } as const;

type Asked = { search: OpenRequestSearch; deep: string };

/**
 * How long the list of open requests takes among a million, measured against twenty rows by their primary key over the
 * same pool: the query that the page calls, by the mix that the goal names, on its first page and on its thousandth.
 */
export async function measureOpenRequests(): Promise<Figure[]> {
  return withOwnDatabase(async ({ ownerUrl, db }) => {
    const began = Date.now();
    await loadRequests(ownerUrl, REQUESTS, (line) => say(`  ${line}, ${seconds(began)} s`));
    const person = await somebody(db);
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const mix = await mixOf(owner);
      say(`  ${mix.length} searches chosen, ${seconds(began)} s`);
      const { rows } = await owner.query<{ id: string }>(
        'SELECT id FROM "request" TABLESAMPLE SYSTEM (5) REPEATABLE (1)',
      );
      return await measured(
        db,
        person,
        mix,
        rows.map((row) => row.id),
      );
    } finally {
      await owner.end();
    }
  });
}

const seconds = (began: number) => Math.round((Date.now() - began) / 1000);

async function somebody(db: Database): Promise<Person> {
  const personId = await makePerson(db, 'Bench Reader');
  await makeCompany(db, 'Bench Company', [[personId, ['owner']]]);
  return viewerOf(db, personId);
}

/** 40 % without words, 20 % each with a common, a medium and a rare one; every second one with a budget and a service. */
async function mixOf(owner: Client): Promise<Asked[]> {
  const roll = chance(5);
  const pick = <T>(list: readonly T[]) => list[Math.floor(roll() * list.length)]!;
  const words = {
    common: await wordsOf(owner, 'common'),
    medium: await wordsOf(owner, 'medium'),
    rare: await wordsOf(owner, 'rare'),
  };
  const mix: Asked[] = [];
  for (let round = 0; round < EACH; round += 1)
    for (const word of ['', '', words.common[round]!, words.medium[round]!, words.rare[round]!])
      for (const filtered of [false, true]) {
        const filters = filtered
          ? `&budget=${pick(['from50', 'from100', 'from1000', 'from10000', 'unknown'])}&service=${pick(SERVICES.slice(0, 12)).code}`
          : '';
        const search = searchOf(`q=${word}${filters}`);
        mix.push({ search, deep: await deepPlace(owner, search) });
      }
  return mix;
}

/** Words of a class, each of which is looked up, so that the mix is what it says. */
async function wordsOf(owner: Client, kind: keyof typeof WORDS): Promise<string[]> {
  const [from, to] = WORDS[kind];
  const [least, most] = SHARES[kind];
  const found: string[] = [];
  for (let rank = from; rank < to && found.length < EACH; rank += Math.max(1, Math.floor((to - from) / 50))) {
    const word = wordOf(rank);
    const { rows } = await owner.query<{ count: string }>(
      `SELECT count(*) FROM "open_request" WHERE open AND found @@ websearch_to_tsquery('english', $1)`,
      [word],
    );
    const share = Number(rows[0]!.count) / REQUESTS;
    if (share >= least && share <= most && share > 0) found.push(word);
  }
  if (found.length < EACH) throw new Error(`there are only ${found.length} ${kind} words`);
  say(`  ${kind}: ${found.join(', ')}`);
  return found;
}

/** Where the thousandth page of a search begins; of one that has fewer, its last full one. */
async function deepPlace(owner: Client, search: OpenRequestSearch): Promise<string> {
  const { rows } = await owner.query<{ position: string }>(
    `SELECT position FROM (
       SELECT position FROM "open_request"
       WHERE open AND ($1 = '' OR found @@ websearch_to_tsquery('english', $1)) AND ($2 = '' OR found @@ $2::text::tsquery)
       ORDER BY position DESC LIMIT ${DEEP + 21}
     ) AS found ORDER BY position ASC OFFSET 21 LIMIT 1`,
    [search.q, filterWords(search)],
  );
  return writePlace({ position: BigInt(rows[0]?.position ?? REQUESTS), tier: null });
}

async function measured(db: Database, person: Person, mix: Asked[], ids: string[]): Promise<Figure[]> {
  const reader = { person, whole: true };
  const now = new Date();
  const roll = chance(7);
  const steps = {
    floor: () => {
      const some = Array.from({ length: FLOOR_ROWS }, () => ids[Math.floor(roll() * ids.length)]!);
      return db.request.findMany({ where: { id: { in: some } } });
    },
    'page 1': ({ search }: Asked) => openRequestsOf(reader, search, { now }),
    'page 1,000': ({ search, deep }: Asked) => openRequestsOf(reader, search, { before: deep, now }),
  };
  const names = Object.keys(steps) as (keyof typeof steps)[];
  const times = { floor: [], 'page 1': [], 'page 1,000': [] } as Record<keyof typeof steps, number[]>;
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const asked = mix[(round + WARM_UP) % mix.length]!;
    // Each goes first in turn, so that none always pays for what another left to clear up.
    for (let step = 0; step < names.length; step += 1) {
      const name = names[(step + round + WARM_UP) % names.length]!;
      const before = performance.now();
      await steps[name](asked);
      if (round >= 0) times[name].push(performance.now() - before);
    }
  }
  for (const name of names) {
    const [half, most, worst] = [0.5, 0.95, 0.99].map((share) => percentile(times[name], share).toFixed(2));
    say(`  ${name.padEnd(10)} p50 ${half} ms, p95 ${most} ms, p99 ${worst} ms, ${ROUNDS} times`);
  }
  say(`  load ${loadavg()[0]!.toFixed(1)}`);
  const p95 = (name: keyof typeof steps) => percentile(times[name], 0.95);
  return [
    { name: 'feed', ratio: Math.max(p95('page 1'), p95('page 1,000')) / p95('floor'), goal: 3 },
    { name: 'feed-deep', ratio: p95('page 1,000') / p95('page 1'), goal: 1.2 },
  ];
}
