import { describe, expect, test } from 'vitest';
import type { Person } from '@/lib/core/rights';
import { answersOf } from '@/lib/job/answers/queries';
import { requestsOf } from '@/lib/job/own-requests/queries';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import { ANSWER, answerOf, archive, makeSeller, settleWith } from '@/tests/fixtures/answers';
import { declineProposal, proposed } from '@/tests/fixtures/money';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeRequest } from '@/tests/fixtures/requests';
import { costOf, say } from '@/tests/fixtures/talk';
import { makeWorld } from '@/tests/fixtures/world';

const cardOf = async (viewer: Person, requestId: string) =>
  (await requestsOf(viewer)).rows.find(({ id }) => id === requestId);

describe('a request in its customer’s list', () => {
  test('says what happened last, and whether the viewer did it', async () => {
    const world = await makeWorld();
    const { owner, member } = world.people;
    const requestId = await makeRequest(database(), world.customerId, owner.personId);
    expect(await cardOf(owner, requestId)).toMatchObject({ budget: 'from100', last: null, waiting: null });
    const seller = await makeSeller('Alma Last');
    const conversationId = await answerOf(seller, requestId);
    const first = ANSWER.slice(0, 30);
    expect((await cardOf(owner, requestId))?.last).toMatchObject({
      who: 'Alma Last',
      text: expect.stringContaining(first),
    });
    doneOf(await say(owner, conversationId, 'When could you begin?'));
    expect((await cardOf(owner, requestId))?.last).toMatchObject({
      text: 'When could you begin?',
      who: 'You',
    });
    expect((await cardOf(member, requestId))?.last).toMatchObject({ who: 'Una Brandt' });
    doneOf(await archive(owner, { responseId: conversationId, archived: 'true' }));
    expect((await cardOf(owner, requestId))?.last).toBeNull();
  });

  test('counts the proposals that wait, with their amounts, until they are decided', async () => {
    const world = await makeWorld();
    const { owner, expert } = world.people;
    const { proposalId } = await proposed(world);
    const { maximumMinor } = await database().proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect((await cardOf(owner, world.requestId))?.waiting).toEqual({
      count: 1,
      currency: 'USD',
      leastMinor: maximumMinor,
      mostMinor: maximumMinor,
    });
    expect((await cardOf(owner, world.requestId))?.last).toMatchObject({
      who: null,
      text: expect.stringMatching(/^Edda sent a proposal · \$/),
    });
    doneOf(await declineProposal(owner, { proposalId, reason: 'Too late for us.' }));
    expect((await cardOf(owner, world.requestId))?.last?.text).toMatch(/^You declined .*Too late for us\./);
    // What one did oneself is not news.
    expect(await cardOf(owner, world.requestId)).toMatchObject({ unread: 1 });
    expect((await cardOf(owner, world.requestId))?.waiting).toBeNull();
    expect(await cardOf(expert, world.requestId)).toBeUndefined();
  });

  test('has nothing unread once it is settled', async () => {
    const world = await makeWorld();
    const { owner } = world.people;
    const requestId = await makeRequest(database(), world.customerId, owner.personId);
    const [one, two] = [await makeSeller('Bo Chosen'), await makeSeller('Bo Other')];
    const chosen = await answerOf(one, requestId);
    await answerOf(two, requestId);
    expect(await cardOf(owner, requestId)).toMatchObject({ unread: 2 });
    doneOf(await settleWith(owner, { responseId: chosen, thanks: 'Thank you.' }));
    expect(await cardOf(owner, requestId)).toMatchObject({ unread: 0, chosen: 'Bo Chosen' });
  });

  test('comes with all the others of its page in one query', async () => {
    const world = await makeWorld();
    await proposed(world);
    expect((await costOf(() => requestsOf(world.people.owner))).queries).toBe(1);
  });
});

test('an answer whose proposal waits stands before those that are unread', async () => {
  const world = await makeWorld();
  const { owner } = world.people;
  const later = await answerOf(await makeSeller('Cleo Later'), world.requestId);
  const { proposalId } = await proposed(world);
  const answers = await answersOf(owner, world.requestId, await appNow());
  expect(answers.map(({ id }) => id)).toEqual([world.responseId, later]);
  expect(answers[0]?.proposal).toMatchObject({ id: proposalId, status: 'proposed', milestones: 2 });
});
