import pg from 'pg';
import { COUNTRIES } from '@/lib/identity/companies/countries';
import { CERTIFICATIONS } from '@/lib/market/certifications/catalog';
import { say } from './measure';
import { vocabulary } from './vocabulary';

const BATCH = 5_000;
/** Words of a profile: what people write on the sites of the kind. */
const TEXTS = { headline: 6, summary: 60, experience: 50 };
const LANGUAGES = ['English', 'Spanish', 'German', 'French', 'Hindi', 'Japanese', 'Portuguese', 'Swedish'];

/** Numbers between 0 and 1, the same at every run (mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = draws(20_261_126);
const below = (count: number) => Math.floor(next() * count);
/** One of 20,000 words that hardly anybody else has, such as an employer's name. */
const ownWord = () =>
  `q${below(20_000)
    .toString(26)
    .replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}owa`;
/** Low ranks are common, as in real text. */
const ranked = <Value>(values: readonly Value[], steepness: number) =>
  values[Math.floor(next() ** steepness * values.length)]!;

/** Names of two to four syllables: about 150 first names and 1,300 last ones. */
function nameOf(): string {
  const starts = ['Ka', 'Li', 'Mar', 'An', 'Jo', 'Sve', 'Ti', 'Ro', 'Bea', 'Fri', 'Hen', 'Cla'];
  const ends = ['na', 'rik', 'tin', 'la', 'sha', 'ron', 'mir', 'lise', 'vin', 'da', 'bert', 'nuel', 'gar'];
  const roots = [
    'lund',
    'berg',
    'moor',
    'castel',
    'hart',
    'okon',
    'silva',
    'tanak',
    'wald',
    'kowal',
    'novak',
  ];
  const tails = [
    'son',
    'strom',
    'dottir',
    'ski',
    'eira',
    'kwo',
    'mann',
    'ez',
    'ard',
    'feld',
    'quist',
    'well',
  ];
  const middles = ['', 'a', 'o', 'en', 'er', 'il', 'um', 'ing', 'ov', 'et'];
  const last = `${ranked(roots, 1.5)}${ranked(middles, 1.5)}${ranked(tails, 1.5)}`;
  return `${ranked(starts, 1.5)}${ranked(ends, 1.5)} ${last[0]!.toUpperCase()}${last.slice(1)}`;
}

/**
 * Fills an installation's database with published experts by bulk load, as the owner: no commands, no history, the triggers
 * asleep. Two thirds work alone. The directory's own tables are made at the end, by their own definition.
 */
export async function loadExperts(ownerUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // The vacuum below must find all rows settled, as in a table that is some minutes old: commits that are not yet written, and
    // the database's own vacuum at work, would hold it up.
    await client.query('SET synchronous_commit = on');
    await client.query('ALTER SYSTEM SET autovacuum = off');
    await client.query('SELECT pg_reload_conf()');
    // Reviews without a job behind them, too: nothing here is looked at but the directory.
    await client.query(`SET session_replication_role = 'replica'`);
    const words = vocabulary();
    const text = (length: number) => Array.from({ length }, () => ranked(words, 4)).join(' ');
    for (let done = 0; done < count; done += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => {
        const alone = below(3) < 2;
        const rate = 40 + 5 * below(40);
        const number = done + index;
        return {
          // A company of about eight: its first expert brings it.
          company: alone ? number : number - (number % 8),
          number,
          name: nameOf(),
          freelancer: alone,
          partner: !alone && below(3) === 0,
          country: ranked(COUNTRIES.toReversed(), 2),
          headline: text(TEXTS.headline),
          summary: text(TEXTS.summary),
          experience: `${text(TEXTS.experience)} ${ownWord()}`,
          from: below(5) === 0 ? null : rate * 100,
          languages: `{${[...new Set(['English', ranked(LANGUAGES, 1)])].join(',')}}`,
          codes: `{${[...new Set([ranked(CERTIFICATIONS, 1).code, 'SAA'].slice(0, 1 + below(2)))].join(',')}}`,
          days: below(700),
          reviews: below(2) * below(12),
          stars: 3 + below(3),
        };
      });
      await client.query(INSERT, [JSON.stringify(rows)]);
      say(`  ${(done + rows.length).toLocaleString('en')} of ${count.toLocaleString('en')} experts`);
    }
    await client.query('ANALYZE "expert", "person", "company", "certification", "review"');
    say('  making the directory of them');
    await client.query(FILL);
    for (const table of ['expert_entry', 'company_entry', 'expert_tag', 'company_tag', 'name_word'])
      await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    await client.end();
  }
}

/** Ids made from numbers, so that rows find one another. */
const INSERT = `
  WITH given AS (
    SELECT *, md5('person ' || number)::uuid AS "personId", md5('company ' || company)::uuid AS "companyId", md5('expert ' || number)::uuid AS id
    FROM json_to_recordset($1::json) AS x (company int, number int, name text, freelancer boolean, partner boolean, country text,
      headline text, summary text, experience text, "from" bigint, languages text[], codes text[], days int, reviews int, stars int)
  ), people AS (
    INSERT INTO "person" (id, email, name, "timeZone") SELECT "personId", 'bench.' || number || '@groundcrew.example', name, 'Europe/Stockholm' FROM given
  ), companies AS (
    INSERT INTO "company" (id, name, country, about, freelancer, partner)
    SELECT DISTINCT ON ("companyId") "companyId", CASE WHEN freelancer THEN name ELSE name || ' Cloud' END, country, summary, freelancer, partner FROM given
    ON CONFLICT DO NOTHING
  ), experts AS (
    INSERT INTO "expert" (id, "personId", "companyId", headline, summary, experience, "rateFromMinor", "rateToMinor", languages, "publishedAt")
    SELECT id, "personId", "companyId", headline, summary, experience, "from", "from" + 4000, languages,
      date_trunc('milliseconds', app_now() - days * interval '1 day' - number * interval '1 second') FROM given
  ), held AS (
    INSERT INTO "certification" ("expertId", code, "nameAsPrinted", "validationNumber", "issuedOn", "expiresOn", status)
    SELECT id, code, name, upper(md5(number || code)), '2026-01-15', '2029-01-15', 'verified' FROM given, unnest(codes) AS code
  )
  INSERT INTO "review" ("proposalId", "companyId", "customerId", "expertId", "authorId", stars, text, status, "createdAt")
  SELECT gen_random_uuid(), "companyId", gen_random_uuid(), id, "personId", least(5, stars + place % 2), '', 'published', app_now()
  FROM given, generate_series(1, reviews) AS place`;

const FILL = `
  INSERT INTO expert_entry SELECT * FROM expert_entry_truth;
  INSERT INTO company_entry SELECT * FROM company_entry_truth;
  INSERT INTO expert_tag SELECT * FROM expert_tag_truth;
  INSERT INTO company_tag SELECT * FROM company_tag_truth;
  INSERT INTO name_word SELECT DISTINCT word FROM expert_entry, name_words(card->>'name') AS word ON CONFLICT DO NOTHING;`;
