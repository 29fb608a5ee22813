import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diffSchemas, readSchema } from '@/lib/platform/migrations/diff';
import { migrate } from '@/lib/platform/migrations/migrate';
import { JOBS } from '@/lib/wiring/jobs';
import { addresses } from '@/tests/setup/database';

/** Everything of a database that Prisma's schema can say: columns, indexes, keys and enums. */
const SHAPE = `
  SELECT table_name || '.' || column_name || ' ' || udt_name || ' null:' || is_nullable || ' ' || coalesce(column_default, '') AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE contype IN ('p', 'f') AND connamespace = 'public'::regnamespace
  UNION ALL SELECT typname || ' ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder)
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`;

const { owner } = addresses();
const wanted = new URL(owner);
wanted.pathname = `${wanted.pathname}_wanted`;
const name = wanted.pathname.slice(1);

async function on<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const shapeOf = (url: string) =>
  on(url, async (client) =>
    (await client.query<{ line: string }>(SHAPE)).rows.map(({ line }) => line).sort(),
  );

beforeAll(() => on(owner, (client) => client.query(`CREATE DATABASE ${name}`)));
afterAll(() => on(owner, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));

test('the migrations make every column, index, key and enum that the schema names', async () => {
  const sql = await diffSchemas(null, readSchema());
  await on(wanted.href, async (client) => {
    await client.query('CREATE EXTENSION citext; CREATE EXTENSION pg_trgm');
    await client.query(
      'CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT clock_timestamp() $$',
    );
    await client.query(sql);
  });
  const [made, named] = [new Set(await shapeOf(owner)), await shapeOf(wanted.href)];
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((line) => !made.has(line))).toEqual([]);
});

test('migrating again changes nothing', async () => {
  const before = await shapeOf(owner);
  expect(await migrate({ url: owner, named: 'the database' }, 'demo', JOBS)).toEqual([]);
  expect(await shapeOf(owner)).toEqual(before);
});
