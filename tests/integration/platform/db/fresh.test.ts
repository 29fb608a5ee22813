import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '@/lib/platform/db/client';
import { makeWorld } from '@/tests/fixtures/world';
import { copyTemplate, emptied, readFresh } from '@/tests/setup/fresh';

// What every other file of these tests rests on: that its database is as good as a new copy.
const { url, fresh } = inject('template');
const name = `fresh_${process.pid}`;
const at = (database: string) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

const admin = new Client({ connectionString: at('postgres') });
beforeAll(async () => {
  await admin.connect();
  await copyTemplate(admin, name);
});
afterAll(async () => {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

/** Runs as the owner, in the database that is looked at. */
async function change(sql: string): Promise<void> {
  const client = new Client({ connectionString: at(name) });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('a database that was filled is emptied to what a new copy is', async () => {
  const db = openDatabase(at(name), 2);
  await makeWorld(db);
  await db.$disconnect();
  await change(`INSERT INTO "socket_io_attachments" (payload) VALUES ('x')`);
  expect(await readFresh(at(name))).not.toEqual(fresh);
  expect(await emptied(admin, at(name), fresh)).toBe(true);
  expect(await readFresh(at(name))).toEqual(fresh);
});

test.each([
  ['a trigger is off', 'ALTER TABLE "person" DISABLE TRIGGER ALL'],
  ['a column has another default', `ALTER TABLE "person" ALTER COLUMN name SET DEFAULT 'nobody'`],
  ['somebody has another right', 'GRANT SELECT ON "person" TO PUBLIC'],
  ['there is one table more', 'CREATE TABLE more (id int)'],
])('one in which %s is not emptied but copied', async (_what, sql) => {
  await copyTemplate(admin, name);
  expect(await emptied(admin, at(name), fresh)).toBe(true);
  await change(sql);
  expect(await emptied(admin, at(name), fresh)).toBe(false);
});
