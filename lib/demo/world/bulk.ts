import pg from 'pg';
import { PROBLEMS } from './problems';

/** Rows a statement: progress is seen, and a stop loses little. */
const BATCH = 50_000;
/** Made-up words beside the real ones, so that rare words exist at every rank. */
const RARE_WORDS = 20_000;

/** The words of the demo world's own texts first, then ever rarer made-up ones: ranked, for a Zipf-like draw. */
export function vocabulary(): string[] {
  const counts = new Map<string, number>();
  for (const text of PROBLEMS.flat())
    for (const word of text.toLowerCase().match(/[a-z0-9]{3,}/g) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const parts = [
    'ba',
    'ce',
    'di',
    'fo',
    'gu',
    'ha',
    'je',
    'ki',
    'lo',
    'mu',
    'na',
    'pe',
    'ri',
    'so',
    'tu',
    've',
  ];
  const rare = Array.from({ length: RARE_WORDS }, (_, index) => {
    let rest = index + 256;
    let word = '';
    while (rest > 0) {
      word += parts[rest % 16]!;
      rest = Math.floor(rest / 16);
    }
    return word;
  });
  return [...common, ...rare];
}

/**
 * Fills the database with requests by bulk load, for benchmarks: no commands, no history, spread over two years, words
 * drawn by rank as in real text. As the owner; the text index is made anew at the end. `say` hears of progress.
 */
export async function loadRequests(
  ownerUrl: string,
  count: number,
  say: (sentence: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('DROP INDEX IF EXISTS request_search');
    const owner = await benchCustomer(client);
    await client.query('CREATE TEMP TABLE words (rank int PRIMARY KEY, word text NOT NULL)');
    await client.query(
      'INSERT INTO words SELECT row_number() OVER () - 1, word FROM unnest($1::text[]) AS word',
      [vocabulary()],
    );
    await client.query('ANALYZE words');
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      await client.query(INSERT, [owner.customerId, owner.personId, size]);
      say(`${(done + size).toLocaleString('en')} of ${count.toLocaleString('en')} requests`);
    }
    say('making the text index');
    await client.query("SET maintenance_work_mem = '512MB'");
    await client.query('CREATE INDEX request_search ON "request" USING gin (search)');
    await client.query('ANALYZE "request"');
  } finally {
    await client.end();
  }
}

async function benchCustomer(client: pg.Client): Promise<{ customerId: string; personId: string }> {
  const { rows } = await client.query(`
    WITH person AS (
      INSERT INTO "person" (email, name) VALUES ('bench@groundcrew.example', 'Bench')
      ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id
    ), customer AS (
      INSERT INTO "customer" (name) SELECT 'Bench' FROM person RETURNING id
    ), member AS (
      INSERT INTO "customer_member" ("customerId", "personId", rights)
      SELECT customer.id, person.id, '{owner}' FROM customer, person
    )
    SELECT customer.id AS "customerId", person.id AS "personId" FROM customer, person`);
  return rows[0];
}

/** power(random(), 4) makes low ranks common: about one word in three is of the first hundred. */
const INSERT = `
  INSERT INTO "request" ("customerId", "postedBy", title, description, budget, location, "contactName", "contactEmail", status, "createdAt")
  SELECT $1, $2,
    left('Help with ' || array_to_string((string_to_array(text, ' '))[1:7], ' '), 140),
    left('We need help with ' || text, 1500),
    ((enum_range(NULL::"Budget"))[1 + floor(random() * 5)::int]),
    ((enum_range(NULL::"Location"))[1 + floor(power(random(), 3) * 5)::int]),
    'Bench', 'bench@groundcrew.example',
    (CASE WHEN random() < 0.8 THEN 'accepting' ELSE 'paused' END)::"RequestStatus",
    date_trunc('milliseconds', app_now() - random() * interval '730 days')
  FROM (
    SELECT n, string_agg(word, ' ' ORDER BY place) AS text
    FROM generate_series(1, $3::int) AS n
    CROSS JOIN generate_series(1, 30) AS place
    CROSS JOIN LATERAL (SELECT floor(power(random() + n * 0 + place * 0, 4) * (SELECT count(*) FROM words))::int AS drawn) AS draw
    JOIN words ON words.rank = draw.drawn
    GROUP BY n
  ) AS drafts`;
