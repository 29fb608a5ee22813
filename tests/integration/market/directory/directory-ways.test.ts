import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addresses } from '@/tests/setup/database';

/** More than the walk down the order ever goes. */
const ROWS = 34_000;

describe('a page of the directory is the same whichever way it is found', () => {
  // The owner, and everything in one transaction that is undone: these rows stand for nobody.
  const owner = new Client({ connectionString: addresses().owner });

  beforeAll(async () => {
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query(`SET LOCAL session_replication_role = 'replica'`);
    await owner.query(
      `INSERT INTO expert_entry (id, "companyId", standing, card, search)
       SELECT md5('expert ' || n)::uuid, md5('company ' || n)::uuid, 1000000 - n / 3, '{}', array_to_tsvector(
         ARRAY(SELECT 'every' || step FROM unnest('{2,8,40,400,9000}'::int[]) AS step WHERE n % step = 0)
         || ARRAY(SELECT '=rate:' || step FROM unnest('{50,75,100}'::int[]) AS step WHERE (n + 1) % (500 / step) = 0)
         || CASE WHEN n % 7 < 2 THEN ARRAY['=freelancer'] ELSE ARRAY['=firm'] END
         || CASE WHEN n % 97 = 0 THEN ARRAY['=country:SE'] END
         -- Two words that always stand together, so that nobody expects as many as there are.
         || CASE WHEN n % 20 = 0 THEN ARRAY['twin', 'sister'] END
         -- A word that nobody has of the first four thousand who have the tag.
         || CASE WHEN n % 8 = 0 THEN ARRAY['=code:SAP'] END
         || CASE WHEN n % 6 = 1 OR n % 8 = 0 AND n > $1 - 1500 THEN ARRAY['late'] END
         || CASE WHEN n > $1 - 900 THEN ARRAY['deep'] END
         || CASE WHEN n > $1 - 2500 THEN ARRAY['deeper', '=partner'] END)
       FROM generate_series(1, $1::int) AS n ORDER BY md5(n::text)`,
      [ROWS],
    );
    await owner.query('INSERT INTO expert_tag SELECT * FROM expert_tag_truth ON CONFLICT DO NOTHING');
    await owner.query('ANALYZE expert_entry, expert_tag');
  }, 60_000);
  afterAll(async () => {
    await owner.query('ROLLBACK');
    await owner.end();
  });

  const words = [
    null,
    'every2',
    'every8',
    'every40',
    'every400',
    'every9000',
    'deep',
    'deeper',
    'twin & sister',
    'late',
    'every2 & !every8',
  ];
  const tags = [
    [],
    ['=freelancer'],
    ['=country:SE'],
    ['=code:SAP'],
    ['=rate:100', '=freelancer'],
    ['=rate:50', '=rate:75', '=country:SE'],
    ['=partner'],
    ['=partner', '=country:SE'],
    ['=country:SE', '=country:NO'],
  ];
  const after = [2_000_000, 994_000, 988_690];

  test.each(words)('for %s', async (word) => {
    for (const tag of tags)
      for (const standing of after) {
        const place = [standing, 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
        const { rows: found } = await owner.query<{ ids: string[] }>(
          `SELECT directory_expert_ids($1::tsquery, $2, directory_places(array_to_tsvector($5::text[])), $3, $4, 21) AS ids`,
          [word, tag, ...place, [...tag, ...(/^\w+$/.exec(word ?? '') ?? [])]],
        );
        const { rows: plain } = await owner.query<{ id: string }>(
          `SELECT id FROM expert_entry WHERE ($1::tsquery IS NULL OR search @@ $1::tsquery) AND tsvector_to_array(search) @> $2::text[]
             AND (standing, id) < ($3, $4::uuid) ORDER BY standing DESC, id DESC LIMIT 21`,
          [word, tag, ...place],
        );
        const said = `${tag.join(' ')} after ${standing}`;
        expect(found[0]!.ids, said).toEqual(plain.map(({ id }) => id));
      }
  });
});
