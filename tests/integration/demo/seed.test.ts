import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadRequests, TITLE_OPENINGS } from '@/lib/demo/world/bulk';
import { openRequestsOf } from '@/lib/market/open-requests/queries';
import { searchOf } from '@/lib/market/open-requests/rules';
import { database } from '@/lib/platform/db/client';
import { readSettings } from '@/lib/processes/start/settings';
import { run } from '@/tests/fixtures/commands';
import { dumpOf } from '@/tests/fixtures/dump';
import { makeRequest, WORDS } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';
import { addresses, testDatabase } from '@/tests/setup/database';

const { owner } = addresses();
const COUNT = 60;
const quiet = () => undefined;
let dataDir: string;
let world: World;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'groundcrew-seed-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
beforeEach(async () => {
  await database().$disconnect();
  await testDatabase();
  world = await makeWorld();
});

/** The first page of open requests of an expert, by title. */
const titles = async (words = '') =>
  (
    await openRequestsOf({ person: world.people.otherExpert, whole: true }, searchOf(`q=${words}`), {
      now: new Date(),
    })
  ).rows.map(({ title }) => title);
const post = (title: string) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, { title });
/** Without what no transaction takes back: a place that was taken is not given again. */
const rowsOf = (dump: string) => dump.split('\n').filter((line) => !line.startsWith('sequence '));

describe('npm run seed -- --requests, on a demo that runs', () => {
  test('adds them after those that are there, and what is posted later comes first', async () => {
    const before = await titles();
    expect(before.length).toBeGreaterThan(0);
    await loadRequests(owner, COUNT, quiet);
    const loaded = await titles();
    expect(loaded).toHaveLength(20);
    const opening = (title: string) => TITLE_OPENINGS.find((words) => title.startsWith(`${words} `));
    expect(new Set(loaded.map(opening))).toEqual(new Set(TITLE_OPENINGS));
    await post('Posted after the load');
    expect((await titles())[0]).toBe('Posted after the load');
    expect(await database().openRequest.count()).toBe(before.length + COUNT + 1);
    // The search finds both, by the index that it had.
    expect(await titles('slow queries')).toEqual([WORDS.title]);
    expect((await titles('cluster')).length).toBeGreaterThan(0);
    expect(await dumpOf(owner)).toContain('CREATE INDEX open_request_found');
  });

  test('can be done again', async () => {
    await loadRequests(owner, COUNT, quiet);
    await loadRequests(owner, COUNT, quiet);
    expect(await database().request.count({ where: { contactName: 'Bench' } })).toBe(2 * COUNT);
  });

  test.each(['texts loaded', 'search words loaded'])(
    'leaves nothing where it is cut off when %s',
    async (step) => {
      const before = rowsOf(await dumpOf(owner));
      const cut = loadRequests(owner, COUNT, (said) => {
        if (said === step) throw new Error('cut off');
      });
      await expect(cut).rejects.toThrow('cut off');
      expect(rowsOf(await dumpOf(owner))).toEqual(before);
      await post('Posted after it was cut off');
      expect((await titles())[0]).toBe('Posted after it was cut off');
    },
  );

  test('leaves an empty list its index where it is cut off', async () => {
    await database().request.deleteMany({ where: { responses: { none: {} } } });
    await database().openRequest.deleteMany({});
    const before = rowsOf(await dumpOf(owner));
    const cut = loadRequests(owner, COUNT, () => {
      throw new Error('cut off');
    });
    await expect(cut).rejects.toThrow('cut off');
    expect(rowsOf(await dumpOf(owner))).toEqual(before);
  });
});

test('npm run seed makes no second demo world where people are', { timeout: 90_000 }, async () => {
  readSettings({ MODE: 'demo', DATA_DIR: dataDir, DEMO_DATABASE_URL: owner });
  const before = await dumpOf(owner);
  const ran = await run('seed', { DATA_DIR: dataDir });
  expect(ran).toMatchObject({ code: 1, said: expect.stringContaining('this one has people in it') });
  expect(await dumpOf(owner)).toBe(before);
});
