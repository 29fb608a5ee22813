import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '@/lib/platform/embedded/embedded';
import { surroundings } from '@/lib/platform/env';
import { generateClient } from '@/lib/platform/migrations/generate';
import { migrate } from '@/lib/platform/migrations/migrate';
import { addressesOf } from '@/lib/platform/postgres/addresses';
import { requireDatabase } from '@/lib/platform/postgres/requirements';
import { openRoles, openRolesOf, type Role, requireRoles } from '@/lib/platform/postgres/roles';
import { PROCESSES } from '@/lib/platform/variables';
import { JOBS } from '@/lib/wiring/jobs';
import { buildBundles } from './bundles';
import { type Claim, claim } from './claim';
import { say, step } from './output';
import { buildPages, pagesAreFresh, pagesSource } from './pages';
import { run, seed } from './plans';
import { requirePorts } from './ports';
import { environmentFor, placeOf, readSettings, type Settings, sayLeft } from './settings';
import { welcome } from './welcome';
import { forgetHalfAWorld, isEmpty } from './world';

/** A running installation. */
export type Application = { settings: Settings; stop(): Promise<void> };
type Undo = () => unknown;

/**
 * Starts everything, in the order in which one thing needs the other, and keeps it running. `abandon` gives up a start
 * on its way. What was started is stopped again, in reverse order, when a step fails.
 */
export async function startApplication(options: {
  dev: boolean;
  abandon: AbortSignal;
}): Promise<Application> {
  const { dev } = options;
  const began = performance.now();
  const undos: Undo[] = [];
  const over = new AbortController();
  const abandon = AbortSignal.any([options.abandon, over.signal]);
  const stop = async () => {
    over.abort();
    for (const undo of undos.splice(0).reverse()) await undo();
  };
  try {
    const mine = await claim(placeOf());
    undos.push(() => mine.release());
    const settings = await step('settings', () => readSettings());
    if (settings.left.length > 0) say(`  ${sayLeft(settings.left, surroundings().MODE)}`);
    const { env } = settings;
    const demo = env.MODE === 'demo';
    // A database that is not ours to use stays as it is, and nothing is built for it.
    if (!settings.embedded) await step('database', () => look(settings));
    await requirePorts(env);
    generateClient();
    // Beside all that follows, for it takes longest. Awaited below; a failure before that is not unhandled.
    const pages = dev ? Promise.resolve() : preparePages(settings, mine, abandon);
    undos.push(() => pages.catch(() => undefined));
    pages.catch(() => undefined);
    if (settings.embedded) await step('Postgres', () => openDatabase(settings, undos));
    abandon.throwIfAborted();
    await step('migrations', () => prepareDatabase(settings));
    const empty = demo && (await isEmpty(env.DATABASE_URL));
    const names = PROCESSES.filter((name) => demo || name !== 'sandbox');
    const bundled = names.filter((name) => name !== 'web');
    if (!dev) await step('processes', () => buildBundles(demo ? [...bundled, 'seed'] : bundled));
    for (const name of names) {
      if (name === 'web') await pages;
      abandon.throwIfAborted();
      const kept = run(name, settings, mine, dev);
      undos.push(() => kept.stop());
      await step(name, () => Promise.race([kept.ready, aborted(abandon)]));
      if (name === 'sandbox' && empty) await step('demo world', () => seed(settings, mine, dev, abandon));
    }
    say(welcome(env, (performance.now() - began) / 1000));
    return { settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, fail) =>
    signal.addEventListener('abort', () => fail(signal.reason), { once: true }),
  );

async function openDatabase(settings: Settings, undos: Undo[]): Promise<string> {
  const { env, secrets } = settings;
  const open = () =>
    startPostgres({ dataDir: env.DATA_DIR, port: env.PORT + 8, password: secrets?.passwords.owner ?? '' });
  let server = await open();
  let stopping = false;
  undos.push(() => {
    stopping = true;
    return server.stop();
  });
  const watch = async (): Promise<void> => {
    await server.gone;
    if (stopping) return;
    say('  Postgres stopped; starting it again');
    // What it leaves behind may hold its memory for a moment, and a full disk may be freed: it is tried until it runs.
    for (let wait = 250; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        server = await open();
        break;
      } catch (error) {
        say(`  ${(error as Error).message} Trying again in ${wait / 1000} s.`);
        await pause(wait);
      }
    }
    return watch();
  };
  void watch();
  return server.reused ? `was still running on port ${server.port}, reused` : `on port ${server.port}`;
}

/** Looks at the database and touches nothing. Answers the roles that cannot sign in yet. */
async function look({ env, embedded }: Settings): Promise<Role[]> {
  const { owner, roles } = addressesOf(env);
  await requireDatabase(owner, env.MODE);
  return embedded ? [] : requireRoles(owner, roles, env.MODE);
}

async function prepareDatabase(settings: Settings): Promise<string> {
  const { env, secrets, embedded } = settings;
  const { owner, roles } = addressesOf(env);
  const waiting = await look(settings);
  const anew = embedded && (await forgetHalfAWorld(env.DATA_DIR, env.DATABASE_URL));
  const applied = await migrate(owner, env.MODE, JOBS);
  if (embedded && secrets) await openRoles(env.DATABASE_URL, secrets.passwords);
  else await openRolesOf(owner, roles, waiting);
  const told = applied.length === 0 ? 'up to date' : `${applied.length} migrations applied`;
  return anew ? `${told}; the last start was cut off, so the demo starts over` : told;
}

async function preparePages(settings: Settings, mine: Claim, abandon: AbortSignal): Promise<void> {
  const source = pagesSource();
  if (pagesAreFresh(source)) return;
  say('  pages        are building in the background; the first time takes a minute or two');
  await step('pages', () =>
    buildPages({
      source,
      environment: environmentFor('web', settings),
      dataDir: settings.env.DATA_DIR,
      note: (pid) => mine.note('build', pid),
      abandon,
    }),
  );
  mine.forget('build');
}
