import { beforeAll, describe, expect, test } from 'vitest';
import { readCursor } from '@/lib/core/page';
import { NOBODY, type Viewer } from '@/lib/core/rights';
import { CONVERSATIONS_SHOWN, conversationOf, conversationsOf } from '@/lib/job/conversations/queries';
import { messagesOf } from '@/lib/job/messages/queries';
import { MESSAGES_SHOWN } from '@/lib/job/messages/schema';
import { unreadConversations } from '@/lib/job/unread/queries';
import { database } from '@/lib/platform/db/client';
import { doneOf } from '@/tests/fixtures/outcome';
import { makeConversation, makeRequest, WORDS } from '@/tests/fixtures/requests';
import { costOf, read, say } from '@/tests/fixtures/talk';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

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
    expect((await conversationsOf(people.owner)).rows).toMatchObject([
      {
        ...{ id: conversationId, ofCustomer: true, unread: 1 },
        last: { own: false, text: 'I could start tomorrow.' },
      },
    ]);
    expect((await conversationsOf(people.expert)).rows).toMatchObject([
      { id: conversationId, last: { own: true }, unread: 0 },
    ]);
    expect(await unreadConversations(people.owner)).toBe(1);
    expect(await unreadConversations(people.expert)).toBe(0);
    doneOf(await read(people.owner, conversationId, 1));
    expect((await conversationsOf(people.owner)).rows).toMatchObject([{ unread: 0 }]);
    expect(await unreadConversations(people.owner)).toBe(0);
    expect(await unreadConversations(people.buyer)).toBe(1);
  });

  test('is not there for anybody else, and no e-mail address is', async () => {
    const { people, conversationId, requestId } = world;
    for (const viewer of strangers()) {
      expect(await conversationOf(viewer, conversationId)).toBeNull();
      expect(await messagesOf(viewer, conversationId)).toBeNull();
      expect(await messagesOf(viewer, conversationId, { after: 0 })).toBeNull();
      expect((await conversationsOf(viewer)).rows).toEqual([]);
      expect((await conversationsOf(viewer, { requestId })).rows).toEqual([]);
      expect(await unreadConversations(viewer)).toBe(0);
    }
    const shown = [people.owner, people.expert].map(async (viewer) => [
      await conversationOf(viewer, conversationId),
      await conversationsOf(viewer),
      await messagesOf(viewer, conversationId),
    ]);
    const text = JSON.stringify(await Promise.all(shown), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
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
    expect((await conversationsOf(owner)).rows).toEqual([]);
    expect(await unreadConversations(owner)).toBe(0);
    expect(await messagesOf(await again(people.expert), conversationId)).toHaveLength(1);
  });
});

const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('messages', () => {
  const count = 250;
  let long: World;
  beforeAll(async () => {
    long = await makeWorld();
    const { people, conversationId } = long;
    await database().message.createMany({
      data: run(1, count).map((seq) => ({
        ...{
          conversationId,
          seq,
          authorId: people.expert.personId,
          side: 'company' as const,
          at: new Date(),
        },
        ...{ clientId: `number-${seq}`, body: `Number ${seq}` },
      })),
    });
    await database().conversation.update({ where: { id: conversationId }, data: { lastSeq: count } });
  });
  const places = async (place: { after?: number; before?: number }) =>
    (await messagesOf(long.people.owner, long.conversationId, place))?.map(({ seq }) => seq);

  test('come as the last ones, those before, or those after a position', async () => {
    expect(await places({})).toEqual(run(151, count));
    expect(await places({ before: 6 })).toEqual(run(1, 5));
    expect(await places({ after: 247 })).toEqual([248, 249, 250]);
    expect(await places({ after: 0 })).toEqual(run(1, count));
    expect(await places({ after: count })).toEqual([]);
    expect(await places({ before: 1 })).toEqual([]);
    expect(await places({ before: 0 })).toEqual([]);
  });

  test('are each reached exactly once by reading back, however many there are', async () => {
    const reached: number[] = [];
    let page = (await places({}))!;
    for (let pages = 1; page.length > 0; pages += 1) {
      expect(pages).toBeLessThanOrEqual(3);
      expect(page.length).toBeLessThanOrEqual(MESSAGES_SHOWN);
      reached.unshift(...page);
      page = (await places({ before: page[0]! }))!;
    }
    expect(reached).toEqual(run(1, count));
  });
});

describe('a list of conversations', () => {
  const count = 120;
  test('is reached to its end, each exactly once, on both sides, and keeps what was put aside apart', async () => {
    const { people, customerId, companyId, expertId, conversationId } = await makeWorld();
    const requests = await database().request.createManyAndReturn({
      data: run(2, count).map((number) => ({
        ...{
          customerId,
          postedBy: people.owner.personId,
          title: `Request number ${number}`,
          status: 'accepting' as const,
        },
        ...{ description: WORDS.description, budget: 'from100' as const, location: 'anywhere' as const },
        ...{ contactName: 'Desk', contactEmail: WORDS.contactEmail },
      })),
      select: { id: true },
    });
    const responses = await database().response.createManyAndReturn({
      data: requests.map(({ id }, at) => ({
        ...{ requestId: id, companyId, expertId, text: WORDS.response },
        archivedAt: at < 2 ? new Date() : null,
      })),
      select: { id: true, requestId: true },
    });
    // Many of the same instant: the id decides, and none is passed over between two pages.
    const lastAt = (at: number) => new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 40) * 1000);
    await database().conversation.createMany({
      data: responses.map(({ id, requestId }, at) => ({
        ...{ id, responseId: id, requestId, customerId, companyId, expertId, lastAt: lastAt(at) },
      })),
    });
    const all = [conversationId, ...responses.map(({ id }) => id)].sort();
    const aside = responses.slice(0, 2).map(({ id }) => id);
    const walk = async (viewer: Viewer, which: { archived?: boolean } = {}) => {
      const ids: string[] = [];
      let from: string | null = '';
      while (from !== null) {
        const page = await conversationsOf(viewer, which, readCursor(from));
        expect(page.rows.length).toBeLessThanOrEqual(CONVERSATIONS_SHOWN);
        ids.push(...page.rows.map(({ id }) => id));
        from = page.next;
      }
      return ids.sort();
    };
    expect(await walk(people.expert)).toEqual(all);
    expect(await walk(people.owner)).toEqual(all.filter((id) => !aside.includes(id)));
    expect(await walk(people.owner, { archived: true })).toEqual([...aside].sort());
    // The one that is open beside the list stands in it, wherever it would come.
    const last = responses[2]!.id;
    const first = await conversationsOf(people.expert, { also: last });
    expect(first.rows).toHaveLength(CONVERSATIONS_SHOWN + 1);
    expect(first.rows.filter(({ id }) => id === last)).toHaveLength(1);
    const stranger = await conversationsOf(people.otherExpert, { also: last });
    expect(stranger.rows).toEqual([]);
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
    expect((await conversationsOf(people.owner)).rows).toHaveLength(7);
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
    expect((await conversationsOf(people.owner)).rows).toMatchObject([
      { last: { text: 'Line 9' }, unread: 11 },
    ]);
    expect((await costOf(() => messagesOf(people.owner, conversationId))).queries).toBe(opened.queries);
  });
});
