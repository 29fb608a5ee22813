import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { Job } from '@/lib/platform/jobs/job';
import { keepMode, type Mode, requireMode } from '@/lib/platform/postgres/mode';
import { type Address, reach } from '@/lib/platform/postgres/reach';
import { grantQueue } from './queue-rights';

/** The lock that Prisma itself takes, so that its `migrate deploy` and this never run side by side. */
const PRISMA_LOCK = 72707369;
/** Prisma's own table, so that `prisma migrate deploy` and `status` work on the same database. */
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

function migrateProblem(message: string): Error {
  const error = new Error(message);
  error.name = 'MigrateProblem';
  return error;
}

export function readMigrations(folder = 'prisma/migrations'): Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings the database up to date as its owner: the migrations, then the queue's own tables, then what each role may do
 * with them. Each migration and its row commit together. The first time says whether the database is a demo or live, and
 * the other one's is refused. Answers the names that were applied.
 */
export async function migrate(
  owner: Address,
  mode: Mode,
  jobs: readonly Job[],
  folder?: string,
): Promise<string[]> {
  const client = await reach(owner, 'groundcrew-migrate');
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    // Looked at before by whoever starts; under the lock, for the other one may have come first meanwhile.
    await requireMode(client, mode, owner.named);
    await client.query(HISTORY);
    const applied = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const open = waiting(readMigrations(folder), applied.rows);
    for (const migration of open) await apply(client, migration, owner.named);
    await keepMode(client, mode);
    await installQueue(owner.url, jobs);
    await grantQueue(client, jobs);
    return open.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function waiting(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const name = row.migration_name;
    if (row.finished_at === null)
      throw migrateProblem(
        `The migration ${name} failed earlier and is half done. See its row in _prisma_migrations.`,
      );
    if (!known.has(name))
      throw migrateProblem(
        `The database is newer than this version: it has the migration ${name}, which isn’t here.`,
      );
    if (known.get(name)?.checksum !== row.checksum)
      throw migrateProblem(
        `The migration ${name} changed after it was applied. Put it back and write a new one.`,
      );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: Client, { name, sql, checksum }: Migration, named: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    // A migration may change settings of its session; the next one begins with the usual ones.
    await client.query('RESET ALL');
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const { code, message, position } = error as { code?: string; message: string; position?: string };
    if (code === '42501')
      throw migrateProblem(
        `The account in ${named} can’t do everything the migration ${name} does (${message}). Make it the owner of the database.`,
      );
    const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '';
    throw migrateProblem(`Couldn’t apply the migration ${name}${line}: ${message}.`);
  }
}

async function installQueue(url: string, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    max: 2,
  });
  await boss.start();
  // `short`: a job with a key that waits already is not sent again. `notify`: nobody waits for a poll.
  for (const { name } of jobs) await boss.createQueue(name, { policy: 'short', notify: true });
  await boss.stop({ graceful: false });
}
