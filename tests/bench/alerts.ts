import { Client } from 'pg';
import { CLOCK } from '@/lib/core/rights';
import { chance, drawnRank, loadRequests, wordOf } from '@/lib/demo/world/bulk';
import { filterWords, searchOf } from '@/lib/market/open-requests/rules';
import { match } from '@/lib/market/saved-searches/commands';
import { anchorsOf } from '@/lib/market/saved-searches/rules';
import { sharesOfWords } from '@/lib/market/saved-searches/store';
import { SERVICES } from '@/lib/market/tags/aws-services';
import { adoptDatabase, type Database, openDatabase } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { type Figure, percentile, say } from './measure';
import { copies, withOwnDatabase } from './own-database';

const SEARCHES = 10_000;
const PEOPLE = 1_000;
/** Enough for Postgres to know which words are frequent. */
const REQUESTS = 20_000;
const WARM_UP = 30;
const ROUNDS = 300;

/** How long a new request takes to be matched with ten thousand saved searches, measured against one of them. */
export async function measureAlerts(): Promise<Figure[]> {
  return withOwnDatabase(async ({ ownerUrl, webUrl, db }) => {
    await loadRequests(ownerUrl, REQUESTS, () => undefined);
    await keepSearches(ownerUrl, db);
    await db.$disconnect();
    const [one, many] = await copies(ownerUrl, ['one', 'many']);
    await leaveOne(one!);
    const pools = { one: openDatabase(webUrl('one'), 2), many: openDatabase(webUrl('many'), 2) };
    const requests = await newest(many!);
    const times = { one: [], many: [] } as Record<keyof typeof pools, number[]>;
    let hits = 0;
    try {
      for (let round = -WARM_UP; round < ROUNDS; round += 1)
        for (const name of round % 2 === 0 ? (['one', 'many'] as const) : (['many', 'one'] as const)) {
          adoptDatabase(pools[name]);
          const began = performance.now();
          const done = await perform(CLOCK, (tx) =>
            match(tx, CLOCK, { requestId: requests[round + WARM_UP]! }),
          );
          if (round < 0) continue;
          times[name].push(performance.now() - began);
          if (name === 'many') hits += done.hits;
        }
    } finally {
      await Promise.all(Object.values(pools).map((pool) => pool.$disconnect()));
    }
    for (const name of ['one', 'many'] as const) {
      const [half, most] = [0.5, 0.95].map((share) => percentile(times[name], share).toFixed(2));
      say(`  ${name === 'one' ? 1 : SEARCHES} searches: p50 ${half} ms, p95 ${most} ms, ${ROUNDS} times`);
    }
    say(`  ${(hits / ROUNDS).toFixed(1)} of ${SEARCHES} searches found a request on average`);
    return [{ name: 'alerts', ratio: percentile(times.many, 0.95) / percentile(times.one, 0.95), goal: 10 }];
  });
}

/** Searches as people keep them: one or two words, a filter or two, or both; anchored as the command does it. */
async function keepSearches(ownerUrl: string, db: Database): Promise<void> {
  const roll = chance(3);
  const pick = <T>(list: readonly T[]) => list[Math.floor(list.length ** roll()) - 1]!;
  const searches = Array.from({ length: SEARCHES }, (_, index) => {
    const words =
      index % 4 === 0 ? [] : Array.from({ length: 1 + (index % 2) }, () => wordOf(drawnRank(roll)));
    const service = index % 2 === 0 ? `&service=${pick(SERVICES).code}` : '';
    const budget = index % 3 === 0 || (words.length === 0 && !service) ? '&budget=from1000' : '';
    return searchOf(`q=${words.join('+')}${service}${budget}`);
  });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    adoptDatabase(db);
    const shares = await perform(CLOCK, sharesOfWords);
    const { rows } = await client.query<{ words: string }>(
      `SELECT (websearch_to_tsquery('english', s.text) && s.filters::tsquery)::text AS words
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS s (text, filters, at) ORDER BY s.at`,
      [searches.map(({ q }) => q), searches.map((search) => filterWords(search))],
    );
    const anchors = rows.map(({ words }) =>
      anchorsOf(words, (word) => shares.get(word) ?? (word.startsWith('#') ? 0.1 : 0)),
    );
    await client.query(
      `INSERT INTO "person" (email, name) SELECT 'reader' || n || '@people.test', 'Reader' FROM generate_series(1, ${PEOPLE}) AS n`,
    );
    await client.query(
      `INSERT INTO "saved_search" ("personId", name, query, pace, words, anchors, "createdAt")
       SELECT p.id, 'Kept', '', 'immediate', s.words::tsquery, string_to_array(s.anchors, ' '), now()
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS s (words, anchors, at)
       JOIN (SELECT id, row_number() OVER (ORDER BY email) AS n FROM "person" WHERE name = 'Reader') AS p ON p.n = 1 + s.at % ${PEOPLE}`,
      [rows.map(({ words }) => words), anchors.map((list) => list.join(' '))],
    );
    await client.query('VACUUM ANALYZE "saved_search"');
    await client.query('ANALYZE "person"');
  } finally {
    await client.end();
  }
}

async function leaveOne(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'DELETE FROM "saved_search" WHERE id <> (SELECT id FROM "saved_search" ORDER BY id LIMIT 1)',
  );
  await client.query('VACUUM FULL ANALYZE "saved_search"');
  await client.end();
}

async function newest(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `SELECT "requestId" AS id FROM "open_request" ORDER BY position DESC LIMIT ${WARM_UP + ROUNDS}`,
  );
  await client.end();
  return rows.map((row) => row.id);
}
