import { measureAlerts } from './alerts';
import { measureDirectory } from './directory';
import { type Installation, openInstallation } from './installation';
import { measureLighthouse } from './lighthouse';
import { type Figure, say } from './measure';
import { measureMemory } from './memory';
import { measureOpenRequests } from './open-requests';
import { measurePage } from './page';
import { measureRevoke } from './revoke';
import { measureScript } from './script';

/**
 * `npm run bench [name …]`: measures against a product of its own, and ends with one line a figure. A figure over its
 * goal is no failure; a benchmark that cannot be run is.
 */
const BENCHES: Record<string, (port: number) => Promise<Figure | Figure[]>> = {
  page: measurePage,
  script: measureScript,
  lighthouse: measureLighthouse,
  // Last, for it leaves twenty accesses that are ending.
  revoke: measureRevoke,
};
/** These bring what they need themselves: a database that they fill, or a product that nobody else uses. */
const ALONE: Record<string, () => Promise<Figure[]>> = {
  feed: measureOpenRequests,
  alerts: measureAlerts,
  directory: measureDirectory,
  memory: measureMemory,
};

const wanted = process.argv.slice(2);
const names = [...Object.keys(ALONE), ...Object.keys(BENCHES)];
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}: ${names.join(', ')}.\n`);
  process.exit(2);
}

const abandon = new AbortController();
let installation: Installation | null = null;
let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
  stopping ??= installation?.stop();
  return stopping ?? Promise.resolve();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    abandon.abort();
    // Before everything runs, the start itself undoes what it has done.
    if (installation) void stop().finally(() => process.exit(130));
  });

const figures: Figure[] = [];
let failed = false;

async function measureOne(name: string, measure: () => Promise<Figure | Figure[]>): Promise<void> {
  if (abandon.signal.aborted) return;
  say(`\n${name}`);
  try {
    figures.push(...[await measure()].flat());
  } catch (error) {
    if (abandon.signal.aborted) return;
    failed = true;
    process.stderr.write(`  ${name} could not be measured: ${(error as Error).stack ?? error}\n`);
  }
}

const isWanted = ([name]: [string, unknown]) => wanted.length === 0 || wanted.includes(name);
try {
  for (const [name, measure] of Object.entries(ALONE).filter(isWanted)) await measureOne(name, measure);
  const together = Object.entries(BENCHES).filter(isWanted);
  if (together.length > 0 && !abandon.signal.aborted) {
    installation = await openInstallation(abandon.signal);
    const { port } = installation;
    for (const [name, measure] of together) await measureOne(name, () => measure(port));
  }
} catch (error) {
  failed = true;
  if (!abandon.signal.aborted) process.stderr.write(`\n${(error as Error).message}\n`);
}
await stop();
if (abandon.signal.aborted) process.exit(130);
say('');
for (const { name, ratio, goal } of figures) say(`bench ${name} ratio=${ratio.toFixed(2)} goal=${goal}`);
process.exit(failed ? 1 : 0);
