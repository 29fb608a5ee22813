import { type Installation, openInstallation } from './installation';
import { type Figure, say } from './measure';
import { measurePage } from './page';
import { measureRevoke } from './revoke';
import { measureScript } from './script';

/**
 * `npm run bench [name …]`: measures against a product of its own, and ends with one line a figure. A figure over its
 * goal is no failure; a benchmark that cannot be run is.
 */
const BENCHES: Record<string, (port: number) => Promise<Figure>> = {
  page: measurePage,
  script: measureScript,
  // Last, for it leaves twenty accesses that are ending.
  revoke: measureRevoke,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}.\n`);
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
try {
  installation = await openInstallation(abandon.signal);
  for (const [name, measure] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    say(`\n${name}`);
    try {
      figures.push(await measure(installation.port));
    } catch (error) {
      if (abandon.signal.aborted) break;
      failed = true;
      process.stderr.write(`  ${name} could not be measured: ${(error as Error).stack ?? error}\n`);
    }
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
