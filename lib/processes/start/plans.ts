import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { ProcessName } from '@/lib/platform/variables';
import { bundleOf } from './bundles';
import { answers, type Kept, keep } from './child';
import type { Claim } from './claim';
import { outputOf, say } from './output';
import { nextProgram } from './pages';
import { environmentFor, type Settings } from './settings';
import { makeWorld } from './world';

const tsx = () =>
  join(dirname(createRequire(resolve('package.json')).resolve('tsx/package.json')), 'dist/cli.mjs');

/**
 * How much room V8 has, in megabytes. For what is young it takes up to three times as much: drawing a page leaves much to
 * clear away, the others do little at a time. The limit of what is old says above all how far V8 lets that grow before it
 * clears away again: to the fourfold where it may have gigabytes, which was half of the web's memory under load, and to one
 * and a half here. No process comes near it.
 */
const ROOM = {
  web: ['--max-semi-space-size=8', '--max-old-space-size=1024'],
  others: ['--max-semi-space-size=2', '--max-old-space-size=512'],
};

/** Starts one process and keeps it running. */
export function run(name: ProcessName, settings: Settings, mine: Claim, dev: boolean): Kept {
  const { env } = settings;
  const host = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
  const at = (port: number, path: string) =>
    `http://${host.includes(':') ? `[${host}]` : host}:${port}${path}`;
  const checks: Record<ProcessName, () => Promise<boolean>> = {
    // Its paths belong to the vendors' protocols: that all three answer is what can be asked of it.
    sandbox: async () =>
      (await Promise.all([3, 4, 5].map((offset) => answers(at(env.PORT + offset, '/health'), true)))).every(
        Boolean,
      ),
    broker: () => answers(at(env.BROKER_PORT, '/health?ready')),
    worker: () => answers(at(env.WORKER_PORT, '/health?ready')),
    realtime: () => answers(at(env.REALTIME_PORT, '/health?ready')),
    web: () => answers(at(env.PORT, '/api/health?ready')),
  };
  const next = [...ROOM.web, nextProgram(), dev ? 'dev' : 'start', '-H', env.HOST, '-p', String(env.PORT)];
  const other = dev
    ? [tsx(), 'watch', '--clear-screen=false', join('lib/processes', `${name}.ts`)]
    : [...ROOM.others, '--enable-source-maps', bundleOf(name)];
  return keep({
    name,
    parameters: name === 'web' ? next : other,
    environment: { ...environmentFor(name, settings), NODE_ENV: dev ? 'development' : 'production' },
    healthy: checks[name],
    output: outputOf(name, { dataDir: env.DATA_DIR, live: env.MODE === 'live', dev }),
    began: (pid) => mine.note(name, pid),
    say: (sentence) => say(`  ${sentence}`),
  });
}

/** Makes the demo world. */
export async function seed(
  settings: Settings,
  mine: Claim,
  dev: boolean,
  abandon: AbortSignal,
): Promise<void> {
  const dataDir = settings.env.DATA_DIR;
  await makeWorld({
    dataDir,
    parameters: dev
      ? ['--import', 'tsx', 'lib/processes/seed.ts']
      : ['--enable-source-maps', bundleOf('seed')],
    environment: { ...environmentFor('setup', settings), NODE_ENV: dev ? 'development' : 'production' },
    output: outputOf('seed', { dataDir, live: false, dev }),
    note: (pid) => mine.note('seed', pid),
    abandon,
  });
  mine.forget('seed');
}
