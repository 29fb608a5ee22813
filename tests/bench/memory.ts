import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { keys } from '@/lib/platform/env';
import { startProduct } from '../setup/application';
import { freePorts } from '../setup/ports';
import { type Figure, say } from './measure';
import { measurePage } from './page';

/** What the project wants to stay under, in megabytes. */
const IDLE = 900;
const WEB = 450;
/** It is idle when it has taken no more for so long. */
const SETTLED_MS = 10_000;
const LOOK_EVERY_MS = 250;

type Held = { pid: number; parent: number; name: string; resident: number; shared: number };

/**
 * How much memory the whole demo holds while nobody uses it, and its web under the load of `bench page`. Each page of memory
 * is counted once: what several processes share is divided among them (PSS), for Postgres's buffers and Node's own program
 * would count again with each of them. The plain sum is printed beside it.
 */
export async function measureMemory(): Promise<Figure[]> {
  if (process.platform !== 'linux') throw new Error('memory can be measured on Linux alone');
  const product = await startProduct({ port: await freePorts(), environment: nothingElse() });
  try {
    await settled(product.pid);
    const all = tree(product.pid);
    for (const { pid, name, resident, shared } of all)
      say(`  ${String(pid).padStart(8)}  ${megabytes(shared)} of ${megabytes(resident)} resident  ${name}`);
    const idle = sum(all, 'shared');
    say(
      `  ${all.length} processes: ${megabytes(idle)}; added up, ${megabytes(sum(all, 'resident'))} resident`,
    );
    const web = all.find(({ name }) => name.startsWith('next-server'));
    if (!web) throw new Error('the web was not found among the processes');
    const peak = await highest(web.pid, () => measurePage(Number(product.settings.PORT)));
    say(
      `  the web: ${megabytes(web.resident)} idle, ${megabytes(peak)} at most under the load of bench page`,
    );
    return [
      { name: 'memory-idle', ratio: idle / IDLE, goal: 1 },
      { name: 'memory-web', ratio: peak / WEB, goal: 1 },
    ];
  } finally {
    await product.stop();
  }
}

/** What stands in the surroundings, or was set for another benchmark, is not this product's. */
function nothingElse(): Record<string, string> {
  const others = keys.filter((key) => !['MODE', 'PORT', 'DATA_DIR'].includes(key));
  return { ...Object.fromEntries(others.map((key) => [key, ''])), GROUNDCREW_SUPERVISED: '' };
}

const megabytes = (size: number) => `${size.toFixed(0)} MB`.padStart(7);
const sum = (all: readonly Held[], what: 'resident' | 'shared') =>
  all.reduce((total, one) => total + one[what], 0);

/** A process and all that came of it. */
function tree(root: number): Held[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => held(Number(name)) ?? []);
  const of = (parent: number): Held[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...of(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...of(root)];
}

/** What a process holds; null where it is gone. */
function held(pid: number): Held | null {
  try {
    const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    const rollup = read('smaps_rollup');
    const size = (key: string) =>
      Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) / 1000;
    return {
      pid,
      parent: Number(/^PPid:\s+(\d+)/m.exec(read('status'))?.[1]),
      name: read('cmdline').replaceAll('\0', ' ').trim().slice(0, 90),
      resident: size('Rss'),
      shared: size('Pss'),
    };
  } catch {
    return null;
  }
}

/** Waits until the whole has taken no more memory for a while. */
async function settled(root: number): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let since = Date.now(); Date.now() - since < SETTLED_MS; ) {
    const now = sum(tree(root), 'shared');
    // Less by one in a hundred is still falling.
    if (now < least * 0.99) {
      least = now;
      since = Date.now();
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** The most that a process held while this was done. */
async function highest(pid: number, work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, held(pid)?.resident ?? 0);
  }, LOOK_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return most;
}
