import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Embedded, startPostgres } from '@/lib/platform/embedded/embedded';
import { prepareHome, removeHome } from '@/lib/platform/embedded/home';
import { migrate } from '@/lib/platform/migrations/migrate';
import { openRoles } from '@/lib/platform/postgres/roles';
import { makeSecrets, type Secrets } from '@/lib/processes/start/settings';
import { JOBS } from '@/lib/wiring/jobs';
import { type Fresh, readFresh } from './fresh';
import { freePort } from './ports';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test file gets a copy of. */
    template: { url: string; secrets: Secrets; fresh: Fresh };
  }
}

type Running = {
  server: Embedded;
  folder: string;
  url: string;
  secrets: Secrets;
  fresh: Fresh;
  users: number;
};
// Every project loads this file for itself; there is one server a run.
const kept = globalThis as { groundcrewTestServer?: Promise<Running> };

/** One Postgres a run, migrated once; without safety against a power cut, and removed at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  kept.groundcrewTestServer ??= start();
  const running = await kept.groundcrewTestServer;
  const { url, secrets, fresh } = running;
  running.users += 1;
  project.provide('template', { url, secrets, fresh });
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    kept.groundcrewTestServer = undefined;
    await running.server.stop({ remove: true });
    rmSync(running.folder, { recursive: true, force: true });
  };
}

async function start(): Promise<Running> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `groundcrew-test-${process.pid}-`));
  const secrets = makeSecrets();
  const server = await startPostgres({
    dataDir: folder,
    port: await freePort(),
    password: secrets.passwords.owner,
    fast: true,
  });
  await migrate({ url: server.url, named: 'the test database' }, 'demo', JOBS);
  await openRoles(server.url, secrets.passwords);
  const fresh = await readFresh(server.url);
  return { server, folder, url: server.url, secrets, fresh, users: 0 };
}

/** Ends and removes the servers of runs that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^groundcrew-test-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      removeHome(prepareHome(folder));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's: not ours to clear away.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
