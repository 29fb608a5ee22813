import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { MINUTE } from '@/lib/core/time';
import { type Home, prepareHome, readPid, removeHome, runsOn } from './home';
import { explain, postgresProblem, said } from './problem';

export const OWNER = 'groundcrew';
export const DATABASE = 'groundcrew';

export type Embedded = {
  /** The owner's URL of the application's database. */
  url: string;
  port: number;
  pid: number;
  /** Whether a server was found running and taken over. */
  reused: boolean;
  /** Ends when the server is gone, for whatever reason. */
  gone: Promise<void>;
  /** Stops the server; `remove` deletes its files as well. */
  stop(options?: { remove?: boolean }): Promise<void>;
};

/**
 * Starts the packaged PostgreSQL on 127.0.0.1, or takes over the one that an earlier start left running.
 * `fast` gives up safety against a power cut, for tests. Throws `postgresProblem`, one sentence, where it cannot.
 */
export async function startPostgres(options: {
  dataDir: string;
  port: number;
  password: string;
  fast?: boolean;
}): Promise<Embedded> {
  const { port } = options;
  const home = said(() => prepareHome(options.dataDir), options.dataDir);
  const logFile = join(options.dataDir, 'logs', 'postgres.log');
  said(() => mkdirSync(join(options.dataDir, 'logs'), { recursive: true }), options.dataDir);
  const address = (database: string) =>
    `postgresql://${OWNER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;

  const left = readPid(home.data);
  let child: ChildProcess | null = null;
  let pid = left && runsOn(left, home.data) ? left : null;
  if (pid && portOf(home.data) !== port) {
    await end(pid, home.data);
    pid = null;
  }
  const reused = pid !== null;
  if (!pid) {
    if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, options.password, logFile);
    rmSync(join(home.data, 'postmaster.pid'), { force: true });
    child = run(home, 'postgres', serverOptions(home.data, port, options.fast ?? false), logFile);
    pid = child.pid ?? 0;
  }
  await ready(address('postgres'), child, logFile, port);
  await makeDatabase(address('postgres'));
  const server = pid;
  return {
    url: address(DATABASE),
    port,
    pid: server,
    reused,
    gone: child ? new Promise((resolve) => child.once('exit', () => resolve())) : vanished(server, home.data),
    async stop({ remove = false } = {}) {
      await end(server, home.data);
      if (remove) removeHome(home);
    },
  };
}

/** An eighth of the machine's memory, for the rest of the product runs on it as well. Postgres takes it as it comes to need it. */
function bufferMegabytes(memory: number): number {
  return Math.round(Math.min(Math.max(memory / 8 / 2 ** 20, 128), 1024));
}

function serverOptions(data: string, port: number, fast: boolean): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: `${bufferMegabytes(totalmem())}MB`,
    timezone: 'UTC',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Makes the data folder beside its place and renames it, so that an interrupted start leaves nothing half made. */
async function initialise(home: Home, password: string, logFile: string): Promise<void> {
  const unfinished = `${home.data}.new`;
  const passwordFile = join(home.folder, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(home.data, { recursive: true, force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.account.uid !== undefined) chownSync(passwordFile, home.account.uid, home.account.gid ?? 0);
  const ctype = { linux: 'C.UTF-8', darwin: 'UTF-8' }[process.platform as string] ?? 'C';
  try {
    const child = run(
      home,
      'initdb',
      [
        ...[
          '-D',
          unfinished,
          '-U',
          OWNER,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
        ],
        ...['--locale=C', `--lc-ctype=${ctype}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...['--no-instructions', '--no-sync'],
      ],
      logFile,
    );
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
    if (code !== 0) throw explain(logFile, null);
    renameSync(unfinished, home.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(home: Home, program: string, parameters: string[], logFile: string): ChildProcess {
  const output = openSync(logFile, 'a');
  const path = join(home.bin, process.platform === 'win32' ? `${program}.exe` : program);
  const child = spawn(path, parameters, {
    ...home.account,
    // The folder that we stand in may be closed to the account that Postgres runs under.
    cwd: home.folder,
    env: { NODE_ENV: 'production', TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', output, output],
    // Of its own group, so that Ctrl-C reaches the supervisor alone, which stops Postgres last.
    detached: true,
  });
  closeSync(output);
  return child;
}

async function ready(url: string, child: ChildProcess | null, logFile: string, port: number): Promise<void> {
  const failed = new Promise<never>((_, fail) => {
    child?.once('error', (error) => fail(postgresProblem(`Postgres couldn’t start: ${error.message}.`)));
    child?.once('exit', () => fail(explain(logFile, port)));
  });
  // It also fails when the server ends later on, which is then somebody else's to handle.
  failed.catch(() => undefined);
  for (const deadline = Date.now() + MINUTE; Date.now() < deadline; ) {
    // Another program may hold the port and never answer: Postgres ends by itself then, and that is heard meanwhile.
    if (await Promise.race([opens(url), failed])) return;
    await Promise.race([pause(25), failed]);
  }
  throw postgresProblem(`Postgres didn’t respond on port ${port} within a minute. Its log is ${logFile}.`);
}

async function opens(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false;
    throw postgresProblem(
      'The password in secrets.json doesn’t open the database next to it. Put the old file back, or remove the data folder to start over.',
    );
  } finally {
    client.end().catch(() => undefined);
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const portOf = (data: string) => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);

/** For a server that is not our child there is no event to wait for, so its process is looked at. */
async function vanished(pid: number, data: string): Promise<void> {
  while (runsOn(pid, data)) await pause(1_000, undefined, { ref: false });
}

/** Ends the server: first by closing every connection, after 15 seconds at once (it recovers at the next start). */
async function end(pid: number, data: string): Promise<void> {
  if (!runsOn(pid, data)) return;
  process.kill(pid, process.platform === 'win32' ? 'SIGTERM' : 'SIGINT');
  const deadline = Date.now() + 15_000;
  while (runsOn(pid, data)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    await pause(25);
  }
}
