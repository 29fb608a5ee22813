import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/rights';
import { hiddenTitle, markedRequestsOf } from '@/lib/market/marks/queries';
import { openRequestsOf } from '@/lib/market/open-requests/queries';
import { readSearch } from '@/lib/market/open-requests/rules';
import { database } from '@/lib/platform/db/client';
import { mark } from '@/tests/fixtures/marks';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
let expert: Person;
let word: string;
beforeEach(async () => {
  world = await makeWorld();
  expert = world.people.otherExpert;
  word = `axolotl${Math.random().toString(36).slice(2, 8)}`;
});

const posted = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, {
    title: `Care of an ${word}`,
    ...words,
  });
const list = async (person: Person) =>
  (await openRequestsOf({ person, whole: true }, readSearch({ q: word }).search, { now: new Date() })).rows;

describe('marks', () => {
  test('keep a request at hand, out of sight, or neither, for one person alone', async () => {
    const requestId = await posted();
    const reader = { person: expert, whole: true };
    doneOf(await mark(expert, { requestId, mark: 'bookmark' }));
    expect(await list(expert)).toMatchObject([{ id: requestId, mark: 'bookmark' }]);
    expect((await markedRequestsOf(reader, 'bookmark')).rows).toMatchObject([{ id: requestId }]);
    doneOf(await mark(expert, { requestId, mark: 'hidden' }));
    expect(await list(expert)).toEqual([]);
    expect(await hiddenTitle(expert, requestId)).toBe(`Care of an ${word}`);
    expect((await markedRequestsOf(reader, 'hidden')).rows).toMatchObject([{ id: requestId }]);
    expect(await list(world.people.expert)).toMatchObject([{ id: requestId, mark: null }]);
    doneOf(await mark(expert, { requestId, mark: 'none' }));
    expect(await list(expert)).toMatchObject([{ id: requestId, mark: null }]);
  });

  test('twice at once leave one', async () => {
    const requestId = await posted();
    await Promise.all([1, 2, 3].map(() => mark(expert, { requestId, mark: 'hidden' })));
    expect(await database().requestMark.count({ where: { requestId } })).toBe(1);
  });

  test('are for people on the expert side, and not for what is another company’s', async () => {
    const requestId = await posted();
    expect(codeOf(await mark(world.people.owner, { requestId, mark: 'hidden' }))).toBe('forbidden');
    await database().request.update({
      where: { id: requestId },
      data: { audience: 'direct', toCompanyId: world.companyId },
    });
    expect(codeOf(await mark(expert, { requestId, mark: 'bookmark' }))).toBe('not_found');
  });
});
