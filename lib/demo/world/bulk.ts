import pg from 'pg';
import { SERVICES } from '@/lib/market/tags/aws-services';
import { REGIONS } from '@/lib/market/tags/regions';

/** As many different words as a million short texts of people have, and how many stand in one. */
const VOCABULARY = 50_000;
const TITLE_WORDS = 6;
const TEXT_WORDS = 36;
const BATCH = 10_000;
const BEGAN = Date.UTC(2026, 0, 1);

const KNOWN =
  'lambda bucket cluster cost database account migration policy network latency backup instance region access pipeline container queue alarm certificate domain storage function gateway subnet snapshot template server monthly billing deploy timeout restore replica cache table stream event traffic customer production staging slow error review audit encryption key version upgrade test email invoice endpoint'.split(
    ' ',
  );
const SYLLABLES =
  'bar cen dol fim gar hun jor kel lam mor nep olt pir qua rem sol tam urv vel wim yan zor bri clo dra fle gri plu sta tro'.split(
    ' ',
  );

/** Chance that is the same in every run: mulberry32, from 0 to below 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The word of a rank: AWS's own first, then ever rarer ones that read like words. */
export function wordOf(rank: number): string {
  const known = KNOWN[rank];
  if (known) return known;
  let rest = rank + SYLLABLES.length;
  let word = '';
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return `${word}o`;
}

/** Zipf's law: the word of rank r is drawn in proportion to 1/r. */
export function drawnRank(roll: () => number): number {
  return Math.floor(VOCABULARY ** roll()) - 1;
}

type Row = Record<(typeof COLUMNS)[number][0], unknown>;
const COLUMNS = [
  ['title', 'text'],
  ['description', 'text'],
  ['budget', '"Budget"'],
  ['location', '"Location"'],
  ['services', 'text'],
  ['regions', 'text'],
  ['slots', 'int'],
  ['responseCount', 'int'],
  ['openCount', 'int'],
  ['createdAt', 'timestamptz'],
] as const;

const BUDGETS = ['from50', 'from100', 'from1000', 'from10000', 'unknown'];
const LOCATIONS = ['anywhere', 'anywhere', 'anywhere', 'us', 'uk', 'fr', 'anz'];

/** How titles and descriptions begin, in turn. Their numbers have no common divisor, so that every pair occurs. */
export const TITLE_OPENINGS = [
  'Help with',
  'Question about',
  'Stuck on',
  'Need advice on',
  'Second opinion on',
  'URGENT:',
  'Someone to fix',
  'Set up',
];
const TEXT_OPENINGS = [
  'We need',
  'Hi, looking for someone to help with',
  'Since Monday we have had trouble with',
  'Can someone explain',
  'Our two-person team is stuck on',
  'Small company, no AWS person. We have',
  'Tried the docs and a support case. Still no luck with',
];
const openingOf = (openings: readonly string[], place: number) => openings[place % openings.length]!;

function rowOf(began: number, place: number, roll: () => number): Row {
  const words = (count: number) => Array.from({ length: count }, () => wordOf(drawnRank(roll))).join(' ');
  const some = (codes: readonly { code: string }[], most: number) => [
    ...new Set(
      Array.from(
        { length: Math.floor(roll() * (most + 1)) },
        () => codes[Math.floor(codes.length ** roll()) - 1]!.code,
      ),
    ),
  ];
  const responses = Math.floor(roll() ** 2 * 9);
  return {
    title: `${openingOf(TITLE_OPENINGS, place)} ${words(TITLE_WORDS)}`.slice(0, 140),
    description: `${openingOf(TEXT_OPENINGS, place)} ${words(TEXT_WORDS)}`.slice(0, 1500),
    budget: BUDGETS[Math.floor(roll() * BUDGETS.length)],
    location: LOCATIONS[Math.floor(roll() * LOCATIONS.length)],
    services: some(SERVICES, 3).join(' '),
    regions: some(REGIONS, 2).join(' '),
    slots: roll() < 0.3 ? 5 : null,
    responseCount: responses,
    openCount: Math.min(responses, 5),
    createdAt: new Date(began + place * 1000).toISOString(),
  };
}

/**
 * Adds open requests by bulk load, as the owner, in one transaction: a load that fails or is cut off leaves nothing. In an
 * empty list they are the same each time, one a second; after what is there already they end with the present. What triggers
 * would do row by row is done for all, and an empty list gets its index at the end.
 */
export async function loadRequests(url: string, count: number, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL maintenance_work_mem = '1GB'",
    );
    const { rows: found } = await client.query<{ some: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM "open_request") AS some',
    );
    const empty = found[0]?.some === false;
    const first = await reserve(client, count);
    const began = empty ? BEGAN : (Math.floor(Date.now() / 1000) - count) * 1000;
    const { rows: owner } = await client.query<{ personId: string; customerId: string }>(OWNER);
    const { personId, customerId } = owner[0]!;
    if (empty) await client.query('DROP INDEX open_request_found');
    const roll = chance(28_05_2026);
    for (let place = 0; place < count; place += BATCH) {
      const size = Math.min(BATCH, count - place);
      const rows = Array.from({ length: size }, (_, at) => rowOf(began, place + at + 1, roll));
      const values = COLUMNS.map(([name]) => rows.map((row) => row[name]));
      await client.query(INSERT, [customerId, personId, ...values]);
    }
    say('texts loaded');
    await client.query(OPEN, [customerId, began, first - 1]);
    say('search words loaded');
    if (empty) await client.query(INDEX);
    await client.query('ANALYZE "request"; ANALYZE "open_request"');
    await client.query('COMMIT');
    await client.query('VACUUM "open_request"');
    await client.query('VACUUM "request"');
  } finally {
    await client.end();
  }
}

/** Takes the next places of the list for these alone, and answers the first: what is posted meanwhile comes after them. */
async function reserve(client: pg.Client, count: number): Promise<number> {
  const { rows } = await client.query<{ first: string }>(
    `SELECT setval('open_request_position_seq', nextval('open_request_position_seq') + $1 - 1) - $1 + 1 AS first`,
    [count],
  );
  return Number(rows[0]!.first);
}

const OWNER = `
  WITH person AS (INSERT INTO "person" (email, name) VALUES ('bench@people.test', 'Bench')
      ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id),
    customer AS (INSERT INTO "customer" (name) VALUES ('Bench') RETURNING id)
  SELECT person.id AS "personId", customer.id AS "customerId" FROM person, customer`;

const LISTS: readonly string[] = ['services', 'regions'];
const names = (as: (name: string) => string) => COLUMNS.map(([name]) => as(`"${name}"`)).join(', ');

const INSERT = `
  INSERT INTO "request" ("customerId", "postedBy", "contactName", "contactEmail", ${names((name) => name)})
  SELECT $1, $2, 'Bench', 'bench@people.test', ${names((name) =>
    LISTS.includes(name.slice(1, -1)) ? `coalesce(string_to_array(nullif(${name}, ''), ' '), '{}')` : name,
  )}
  FROM unnest(${COLUMNS.map(([, type], at) => `$${at + 3}::${type}[]`).join(', ')}) AS row (${names((name) => name)})`;

/** The place of each is the second in which it was posted, after the places that were taken. */
const OPEN = `
  INSERT INTO "open_request" ("position", "requestId", "customerId", open, "openedAt", found)
  SELECT $3::bigint + place, r.id, r."customerId", true, r."createdAt", request_lexemes(r.*)
  FROM "request" r, LATERAL (SELECT (extract(epoch FROM r."createdAt") - $2::bigint / 1000)::bigint AS place) AS p
  WHERE r."customerId" = $1 ORDER BY place`;

const INDEX = `CREATE INDEX open_request_found ON "open_request" USING gin (("position" >> 10), ("position" >> 14), found)
  WITH (fastupdate = off) WHERE open`;
