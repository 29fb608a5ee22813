import '../setup/wiring';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { adoptDatabase, type Database, openDatabase } from '@/lib/platform/db/client';
import { startPostgres } from '@/lib/platform/embedded/embedded';
import { forgetEnv, keys } from '@/lib/platform/env';
import { adoptQueue } from '@/lib/platform/jobs/queue';
import { migrate } from '@/lib/platform/migrations/migrate';
import { openRoles } from '@/lib/platform/postgres/roles';
import { makeSecrets } from '@/lib/processes/start/settings';
import { JOBS } from '@/lib/wiring/jobs';
import { applySettings } from '../setup/environment';
import { freePort } from '../setup/ports';

/** A database of this benchmark alone: the owner's address, and a pool of the web's own role, which this process uses. */
export type OwnDatabase = { ownerUrl: string; webUrl: (name?: string) => string; db: Database };

/**
 * Runs with a migrated Postgres that is thrown away: `make` fills it as the owner, then copies can be made of it.
 * Nothing else of the product runs.
 */
export async function withOwnDatabase<T>(use: (own: OwnDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `groundcrew-bench-${process.pid}-`));
  const secrets = makeSecrets();
  const server = await startPostgres({
    dataDir: folder,
    port: await freePort(),
    password: secrets.passwords.owner,
    fast: true,
  });
  const before = keys.map((key) => [key, process.env[key]] as const);
  try {
    await migrate({ url: server.url, named: "the benchmark's database" }, 'demo', JOBS);
    const { web } = await openRoles(server.url, secrets.passwords);
    applySettings({ databaseUrl: server.url, secrets });
    forgetEnv();
    const webUrl = (name?: string) => {
      const url = new URL(web);
      if (name) url.pathname = `/${name}`;
      return url.href;
    };
    const db = openDatabase(web);
    adoptDatabase(db);
    try {
      return await use({ ownerUrl: server.url, webUrl, db });
    } finally {
      await db.$disconnect();
    }
  } finally {
    adoptDatabase(undefined);
    adoptQueue(undefined);
    await server.stop({ remove: true });
    rmSync(folder, { recursive: true, force: true });
    for (const [key, value] of before) {
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
    }
    forgetEnv();
  }
}

/** Makes copies of the database, with nobody connected to it. Answers their owner's addresses. */
export async function copies(ownerUrl: string, names: readonly string[]): Promise<string[]> {
  const admin = new URL(ownerUrl);
  const template = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  try {
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
      template,
    ]);
    for (const name of names) await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await client.end();
  }
  return names.map((name) => {
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    return url.href;
  });
}
