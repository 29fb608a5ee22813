import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '@/lib/platform/migrations/migrate';
import { modeOf } from '@/lib/platform/postgres/mode';
import { readSettings } from '@/lib/processes/start/settings';
import { JOBS } from '@/lib/wiring/jobs';
import { run } from '@/tests/fixtures/commands';
import { dumpOf, sayMode } from '@/tests/fixtures/dump';
import { ask, at, dropModes, liveSettings, makeModes, own, ownPlaces } from '@/tests/fixtures/modes';
import { addresses } from '@/tests/setup/database';

const { owner } = addresses();
/** So that no trigger keeps a test from making what may not be made. */
const REPLICA = 'SET session_replication_role = replica';

beforeAll(makeModes);
afterAll(dropModes);

const place = ownPlaces();
/** The settings of a demo that would work on this database, as a start has written them. */
function keepDemoSettings(url: string): void {
  readSettings({ MODE: 'demo', ...place(), DEMO_DATABASE_URL: url });
}
/** Each command loads what it needs of the product first. */
const COMMANDS = { timeout: 90_000 };
const LIVES = 'belongs to a live installation';
const DEMOS = 'belongs to a demo';

describe('a database', () => {
  const said = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await modeOf(client);
    } finally {
      await client.end();
    }
  };

  test('says from its first migration whether it is a demo or live, and stays that', async () => {
    expect(await said(at('live_empty'))).toBe('live');
    expect(await said(at('demo_empty'))).toBe('demo');
    for (const change of [
      'UPDATE installation SET demo = NOT demo',
      'UPDATE installation SET demo = NULL',
      'DELETE FROM installation',
      'TRUNCATE installation',
    ])
      await expect(ask(at('live_empty'), change), change).rejects.toThrow('a database stays what it is');
  });

  test('from before that was said is told by its mark and its people', async () => {
    const before = `${REPLICA}; UPDATE installation SET demo = coalesce(demo, false);
      ALTER TABLE installation ALTER COLUMN demo SET NOT NULL`;
    await ask(owner, `CREATE DATABASE ${own}_old TEMPLATE ${own}_live_full`);
    try {
      await ask(at('old'), before);
      expect(await said(at('old'))).toBe('live');
      await ask(at('old'), sayMode(true));
      expect(await said(at('old'))).toBe('demo');
      await ask(at('old'), `${REPLICA}; UPDATE installation SET demo = false; TRUNCATE person CASCADE`);
      expect(await said(at('old'))).toBeNull();
    } finally {
      await ask(owner, `DROP DATABASE ${own}_old WITH (FORCE)`);
    }
  });
});

describe.each(['empty', 'full'])(
  'another mode refuses a database that is %s, and leaves every byte of it',
  COMMANDS,
  (state) => {
    test('a demo start, the one of a live installation', async () => {
      const url = at(`live_${state}`);
      const before = await dumpOf(url);
      const ran = await run('start', { MODE: 'demo', ...place(), DEMO_DATABASE_URL: url });
      expect(ran.said).toContain(`DEMO_DATABASE_URL ${LIVES}`);
      expect(ran.code).toBe(1);
      expect(await dumpOf(url)).toBe(before);
    });

    test('a live start, the one of a demo', async () => {
      const url = at(`demo_${state}`);
      const before = await dumpOf(url);
      const ran = await run('start', { MODE: 'live', ...place(), ...liveSettings(url) });
      expect(ran.said).toContain(`DATABASE_URL ${DEMOS}`);
      expect(ran.code).toBe(1);
      expect(await dumpOf(url)).toBe(before);
    });

    test('npm run seed, with and without --requests', async () => {
      const url = at(`live_${state}`);
      const before = await dumpOf(url);
      keepDemoSettings(url);
      const ran = await run(
        'seed',
        { ...place() },
        { parameters: state === 'full' ? ['--requests', '10'] : [] },
      );
      expect(ran).toMatchObject({ code: 1, said: expect.stringContaining(LIVES) });
      expect(await dumpOf(url)).toBe(before);
    });

    test('migrating, both, also where it came first by a moment', async () => {
      for (const [name, mode] of [
        ['live', 'demo'],
        ['demo', 'live'],
      ] as const) {
        const url = at(`${name}_${state}`);
        const before = await dumpOf(url);
        await expect(migrate({ url, named: 'DATABASE_URL' }, mode, JOBS)).rejects.toThrow('belongs to a');
        expect(await dumpOf(url)).toBe(before);
      }
    });
  },
);

test('npm run admin refuses the database of the other mode', COMMANDS, async () => {
  const [ofLive, ofDemo] = [at('live_full'), at('demo_full')];
  const before = [await dumpOf(ofLive), await dumpOf(ofDemo)];
  keepDemoSettings(ofLive);
  const parameters = ['ines@groundcrew.example'];
  const demo = await run('admin', { ...place() }, { parameters });
  expect(demo).toMatchObject({ code: 1, said: expect.stringContaining(`DEMO_DATABASE_URL ${LIVES}`) });
  const other = await run('admin', { MODE: 'live', ...place(), ...liveSettings(ofDemo) }, { parameters });
  expect(other).toMatchObject({ code: 1, said: expect.stringContaining(`DATABASE_URL ${DEMOS}`) });
  expect([await dumpOf(ofLive), await dumpOf(ofDemo)]).toEqual(before);
});
