import { beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { answersOf } from '@/lib/job/answers/queries';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { makeSeller, respond, ANSWER as text, withdraw } from '@/tests/fixtures/answers';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeRequest, WORDS } from '@/tests/fixtures/requests';
import { makeWorld, type World } from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const freshRequest = (words = {}) =>
  makeRequest(database(), world.customerId, world.people.owner.personId, words);

describe('the answers under a request', () => {
  test('show who, from where, with what and for how much, to the customer alone', async () => {
    const now = await appNow();
    const answers = await answersOf(world.people.member, world.requestId, now);
    expect(answers).toMatchObject([
      {
        id: world.responseId,
        text: WORDS.response,
        expertName: 'Edda Holm',
        company: { name: 'Northlight', country: 'SE' },
        certifications: ['SAP'],
        rate: { fromMinor: 9_000n, toMinor: 14_000n, currency: 'USD' },
        rating: null,
      },
    ]);
    for (const who of ['otherOwner', 'expert', 'newcomer', 'admin'] as const)
      expect(await answersOf(world.people[who], world.requestId, now)).toEqual([]);
    expect(await answersOf(NOBODY, world.requestId, now)).toEqual([]);
  });

  test('stand with the unread first and the withdrawn last', async () => {
    const requestId = await freshRequest();
    const ids: string[] = [];
    const senders = [];
    for (const name of ['Ulla One', 'Viggo Two', 'Wilma Three']) {
      const sender = await makeSeller(name);
      senders.push(sender);
      ids.push(
        doneOf(await respond(sender.person, { requestId, companyId: sender.companyId, text })).responseId,
      );
    }
    doneOf(await withdraw(senders[2]!.person, { responseId: ids[2] }));
    const { owner } = world.people;
    const mark = { conversationId: ids[1]!, personId: owner.personId, seq: 1 };
    await database().readMark.create({ data: { ...mark, at: new Date() } });
    const order = async () => {
      const answers = await answersOf(owner, requestId, await appNow());
      return answers.map(({ id, unread }) => [ids.indexOf(id), unread]);
    };
    // What has just been read keeps its place, by its age.
    expect(await order()).toEqual([
      [1, false],
      [0, true],
      [2, true],
    ]);
    await database().readMark.updateMany({ where: mark, data: { at: new Date(Date.now() - 11 * 60_000) } });
    expect(await order()).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ]);
  });
});
