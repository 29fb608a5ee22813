import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/rights';
import * as savedSearches from '@/lib/market/saved-searches/commands';
import { searchesOf } from '@/lib/market/saved-searches/queries';
import { SAVED_SEARCH_COMMANDS } from '@/lib/market/saved-searches/rights';
import { MOST_SEARCHES } from '@/lib/market/saved-searches/rules';
import { RemoveSearch } from '@/lib/market/saved-searches/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { edit, save as saveSearch } from '@/tests/fixtures/saved-searches';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
let expert: Person;
let word: string;
beforeEach(async () => {
  await database().savedSearch.deleteMany();
  world = await makeWorld();
  expert = world.people.otherExpert;
  word = `axolotl${Math.random().toString(36).slice(2, 8)}`;
});

const save = (actor: Person, input: object = {}) => saveSearch(actor, { query: `q=${word}`, ...input });
const remove = (actor: Person, savedSearchId: string) =>
  pass(
    { may: SAVED_SEARCH_COMMANDS.remove, schema: RemoveSearch, command: savedSearches.removeSearch },
    actor,
    {
      savedSearchId,
    },
  );

describe('saved searches', () => {
  test('are kept, renamed, given another pace and removed by their owner alone', async () => {
    const { savedSearchId } = doneOf(await save(expert, { query: `free=yes&q=${word}&budget=&unknown=1` }));
    expect(await searchesOf(expert)).toMatchObject([
      { name: 'Axolotls', query: `q=${word}&free=yes`, pace: 'immediate' },
    ]);
    expect(codeOf(await edit(world.people.expert, { savedSearchId, name: 'Mine', pace: 'off' }))).toBe(
      'not_found',
    );
    doneOf(await edit(expert, { savedSearchId, name: 'Newts', pace: 'daily' }));
    expect(await searchesOf(expert)).toMatchObject([{ name: 'Newts', pace: 'daily' }]);
    expect(codeOf(await remove(world.people.expert, savedSearchId))).toBe('not_found');
    doneOf(await remove(expert, savedSearchId));
    expect(await searchesOf(expert)).toEqual([]);
  });

  test('must ask for something, and are not for customers', async () => {
    expect(codeOf(await save(expert, { query: 'sort=few&within=7' }))).toBe('invalid');
    expect(codeOf(await save(world.people.owner))).toBe('forbidden');
  });

  test(`are ${MOST_SEARCHES} at most, also when the last two come at once`, async () => {
    for (let count = 1; count < MOST_SEARCHES; count += 1) doneOf(await save(expert));
    const codes = (await Promise.all([save(expert), save(expert)])).map((outcome) =>
      outcome.ok ? 'done' : outcome.code,
    );
    expect(codes.sort()).toEqual(['conflict', 'done']);
  });
});
