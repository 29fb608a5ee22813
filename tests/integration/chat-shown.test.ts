import { beforeAll, describe, expect, test } from 'vitest';
import {
  conversationOf,
  conversationsOf,
  MESSAGES_SHOWN,
  messagesOf,
  unreadConversations,
} from '@/lib/chat/queries';
import { NOBODY, type Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { doneOf } from '@/tests/fixtures/outcome';
import { costOf, read, say } from '@/tests/fixtures/talk';
import {
  makeConversation,
  makeRequest,
  makeWorld,
  viewerOf,
  WORDS,
  type World,
} from '@/tests/fixtures/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const again = (viewer: { personId: string }) => viewerOf(database(), viewer.personId);
const strangers = (): Viewer[] => {
  const { otherOwner, otherExpert, newcomer, admin, suspendedCustomer, suspendedExpert } = world.people;
  return [otherOwner, otherExpert, newcomer, admin, suspendedCustomer, suspendedExpert, NOBODY];
};

describe('what a conversation shows', () => {
  test('is there for both sides, each with its own view', async () => {
    const { people, conversationId } = world;
    doneOf(await say(people.expert, conversationId, 'I could start tomorrow.'));
    expect(await conversationOf(people.member, conversationId)).toMatchObject({
      side: 'customer',
      readSeq: 0,
      lastSeq: 1,
    });
    expect(await conversationOf(people.expert, conversationId)).toMatchObject({
      side: 'company',
      readSeq: 1,
    });
    expect(await conversationsOf(people.owner)).toMatchObject([
      { id: conversationId, side: 'customer', lastLine: 'I could start tomorrow.', unread: 1 },
    ]);
    expect(await conversationsOf(people.expert)).toMatchObject([{ id: conversationId, unread: 0 }]);
    expect(await unreadConversations(people.owner)).toBe(1);
    expect(await unreadConversations(people.expert)).toBe(0);
    doneOf(await read(people.owner, conversationId, 1));
    expect(await conversationsOf(people.owner)).toMatchObject([{ unread: 0 }]);
    expect(await unreadConversations(people.owner)).toBe(0);
    expect(await unreadConversations(people.buyer)).toBe(1);
  });

  test('is not there for anybody else, and no e-mail address is', async () => {
    const { people, conversationId, requestId } = world;
    for (const viewer of strangers()) {
      expect(await conversationOf(viewer, conversationId)).toBeNull();
      expect(await messagesOf(viewer, conversationId)).toBeNull();
      expect(await messagesOf(viewer, conversationId, { after: 0 })).toBeNull();
      expect(await conversationsOf(viewer)).toEqual([]);
      expect(await conversationsOf(viewer, { requestId })).toEqual([]);
      expect(await unreadConversations(viewer)).toBe(0);
    }
    const shown = [people.owner, people.expert].map(async (viewer) => [
      await conversationOf(viewer, conversationId),
      await conversationsOf(viewer),
      await messagesOf(viewer, conversationId),
    ]);
    const text = JSON.stringify(await Promise.all(shown));
    expect(text).toContain(WORDS.title);
    expect(text).not.toContain('@');
  });

  test('ends with the membership, and with the suspension of the customer', async () => {
    const other = await makeWorld();
    const { people, conversationId, customerId } = other;
    doneOf(await say(people.expert, conversationId, 'Hello'));
    const memberId = people.member.personId;
    await database().customerMember.delete({
      where: { customerId_personId: { customerId, personId: memberId } },
    });
    expect(await messagesOf(await again(people.member), conversationId)).toBeNull();
    expect(await messagesOf(await again(people.owner), conversationId)).toHaveLength(1);
    await database().customer.update({ where: { id: customerId }, data: { suspendedAt: new Date() } });
    const owner = await again(people.owner);
    expect(await messagesOf(owner, conversationId)).toBeNull();
    expect(await conversationsOf(owner)).toEqual([]);
    expect(await unreadConversations(owner)).toBe(0);
    expect(await messagesOf(await again(people.expert), conversationId)).toHaveLength(1);
  });
});

describe('messages', () => {
  test('come as the last ones, those before, or those after a position', async () => {
    const { people, conversationId } = await makeWorld();
    const count = MESSAGES_SHOWN + 5;
    const at = new Date();
    await database().message.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        conversationId,
        seq: index + 1,
        authorId: people.expert.personId,
        side: 'company' as const,
        clientId: `number-${index}`,
        body: `Number ${index + 1}`,
        at,
      })),
    });
    const places = async (place: { after?: number; before?: number }) =>
      (await messagesOf(people.owner, conversationId, place))?.map(({ seq }) => seq);
    const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
    expect(await places({})).toEqual(run(6, count));
    expect(await places({ before: 6 })).toEqual(run(1, 5));
    expect(await places({ after: 102 })).toEqual([103, 104, 105]);
    expect(await places({ after: 0 })).toEqual(run(1, count));
    expect(await places({ after: count })).toEqual([]);
  });
});

describe('what it costs to show', () => {
  test('a list of many conversations takes as many queries as a list of one', async () => {
    const { people, customerId, companyId, expertId } = await makeWorld();
    const counts = async () => [
      (await costOf(() => conversationsOf(people.owner))).queries,
      (await costOf(() => unreadConversations(people.owner))).queries,
    ];
    const one = await counts();
    for (let index = 0; index < 6; index += 1) {
      const requestId = await makeRequest(database(), customerId, people.owner.personId);
      const made = await makeConversation(database(), { requestId, customerId, companyId, expertId });
      doneOf(await say(people.expert, made.conversationId, `Hello ${index}`));
    }
    expect(await conversationsOf(people.owner)).toHaveLength(7);
    expect(await counts()).toEqual(one);
    expect(one[0]).toBeGreaterThan(0);
  });

  test('does not grow with the messages of a list, nor with their writers', async () => {
    const { people, conversationId } = await makeWorld();
    doneOf(await say(people.expert, conversationId, 'The first'));
    const list = () => costOf(() => conversationsOf(people.owner));
    const [listed, opened] = [await list(), await costOf(() => messagesOf(people.owner, conversationId))];
    for (let index = 0; index < 10; index += 1)
      doneOf(await say(index % 2 ? people.expert : people.chatter, conversationId, `Line ${index}`));
    expect(await list()).toEqual(listed);
    expect(await conversationsOf(people.owner)).toMatchObject([{ lastLine: 'Line 9', unread: 11 }]);
    expect((await costOf(() => messagesOf(people.owner, conversationId))).queries).toBe(opened.queries);
  });
});
