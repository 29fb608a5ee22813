import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DATABASE } from '@/lib/platform/embedded/embedded';
import { signalGroup } from './identity';
import { startProblem } from './problem';

/** Says whether the demo world was begun, and whether it was finished: half a world is made anew. */
const note = (dataDir: string) => join(dataDir, 'demo-world');

/** Removes what an interrupted start left of the demo world: the database and the sandbox's own state. */
export async function forgetHalfAWorld(dataDir: string, ownerUrl: string): Promise<boolean> {
  if (!existsSync(note(dataDir)) || readFileSync(note(dataDir), 'utf8') !== 'begun') return false;
  const address = new URL(ownerUrl);
  address.pathname = '/postgres';
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  rmSync(join(dataDir, 'sandbox'), { recursive: true, force: true });
  rmSync(note(dataDir), { force: true });
  return true;
}

/** Whether nobody is in the database yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT EXISTS (SELECT 1 FROM person) AS some');
    return found.rows[0]?.some === false;
  } finally {
    await client.end();
  }
}

/** Runs the seed once, against the running sandbox. */
export async function makeWorld(of: {
  dataDir: string;
  parameters: string[];
  environment: Record<string, string | undefined>;
  output: (text: Buffer) => void;
  note: (pid: number) => void;
  abandon: AbortSignal;
}): Promise<void> {
  writeFileSync(note(of.dataDir), 'begun');
  const child = spawn(process.execPath, of.parameters, {
    env: of.environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid) of.note(child.pid);
  of.abandon.addEventListener('abort', () => child.pid && signalGroup(child.pid, 'SIGTERM'), { once: true });
  child.stdout.on('data', of.output);
  child.stderr.on('data', of.output);
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', done));
  of.abandon.throwIfAborted();
  if (code !== 0)
    throw startProblem(
      `Couldn’t create the demo world. The reasons are in ${join(of.dataDir, 'logs/seed.log')}.`,
    );
  writeFileSync(note(of.dataDir), 'done');
}
