import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, signalGroup } from './identity';
import { startProblem } from './problem';

type Known = { pid: number; identity: string };
export type Claim = {
  /** Notes a process that this start is answerable for, so that the next start finds it if this one is killed. */
  note(name: string, pid: number): void;
  forget(name: string): void;
  release(): void;
};

/**
 * Makes this start the only one of a data folder, and ends what a killed one left behind. Throws a sentence where
 * another one runs.
 */
export async function claim({ dataDir, address }: { dataDir: string; address: string }): Promise<Claim> {
  const file = join(dataDir, 'lock.json');
  const record = join(dataDir, 'run.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  take(file, address);
  await endLeftovers(record);

  const running = new Map<string, Known>();
  const save = () => {
    // By renaming, so that a kill in between leaves the old record whole.
    writeFileSync(`${record}.new`, JSON.stringify(Object.fromEntries(running)));
    renameSync(`${record}.new`, record);
  };
  return {
    note(name, pid) {
      running.set(name, { pid, identity: identify(pid) ?? '' });
      save();
    },
    forget(name) {
      running.delete(name);
      save();
    },
    release() {
      rmSync(record, { force: true });
      rmSync(file, { force: true });
    },
  };
}

function take(file: string, address: string): void {
  const mine = { pid: process.pid, identity: identify(process.pid) ?? '', address };
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = readKnown<Known & { address: string }>(file);
    if (other && identify(other.pid) === other.identity)
      throw startProblem(
        `Groundcrew already runs in this folder at ${other.address} (process ${other.pid}). Stop it, or give this one another DATA_DIR and PORT.`,
      );
    rmSync(file, { force: true });
    take(file, address);
  }
}

function readKnown<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    // Cut off in the middle of a write: whoever wrote it is gone.
    return null;
  }
}

async function endLeftovers(record: string): Promise<void> {
  if (!existsSync(record)) return;
  const left = Object.values(readKnown<Record<string, Known>>(record) ?? {});
  const alive = () => left.filter(({ pid, identity }) => identity !== '' && identify(pid) === identity);
  for (const { pid } of alive()) signalGroup(pid, 'SIGTERM');
  // They are not our children, so there is no event for their end.
  for (const deadline = Date.now() + 10_000; alive().length > 0 && Date.now() < deadline; ) await pause(25);
  for (const { pid } of alive()) signalGroup(pid, 'SIGKILL');
  while (alive().length > 0) await pause(25);
  rmSync(record, { force: true });
}
