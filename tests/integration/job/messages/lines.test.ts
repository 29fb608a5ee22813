import { describe, expect, test } from 'vitest';
import { sentenceOf } from '@/lib/core/events';
import { CLOCK, type Person } from '@/lib/core/rights';
import { callName } from '@/lib/core/words';
import { conversationsOf } from '@/lib/job/conversations/queries';
import { tell } from '@/lib/job/messages/commands';
import { messagesOf } from '@/lib/job/messages/queries';
import { unreadConversations, unreadIn } from '@/lib/job/unread/queries';
import { unreadOf } from '@/lib/notifications/news/queries';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { ANSWER, answerOf, makeSeller } from '@/tests/fixtures/answers';
import * as jobs from '@/tests/fixtures/jobs';
import * as money from '@/tests/fixtures/money';
import { doneOf } from '@/tests/fixtures/outcome';
import { costOf, read, say } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';

const db = () => database();
const proposalIn = async ({ conversationId }: World) =>
  (await db().proposal.findFirstOrThrow({ where: { conversationId } })).id;
const linesFor = async (viewer: Person, { conversationId }: World) =>
  ((await messagesOf(viewer, conversationId)) as ShownMessage[]).flatMap(({ line }) => line ?? []);
const wordsFor = async (viewer: Person, world: World) =>
  (await linesFor(viewer, world)).map((line) => sentenceOf(line, viewer.personId));
const unreadFor = async (viewer: Person, { conversationId }: World) =>
  (await unreadIn(viewer.personId, [conversationId])).get(conversationId) ?? 0;

describe('what happened in a job', () => {
  test('says "You" to whoever did it, and to the others their name for this side, with amount and reason', async () => {
    const world = await makeWorld();
    const { expert, buyer } = world.people;
    await jobs.activeGrant(world);
    const proposalId = await proposalIn(world);
    doneOf(await money.endJob(buyer, { proposalId, reason: 'We have moved on.' }));
    const [forBuyer, forExpert] = [await wordsFor(buyer, world), await wordsFor(expert, world)];
    expect(forBuyer).toContain('You ended the job: We have moved on.');
    const { contactName } = await db().request.findUniqueOrThrow({ where: { id: world.requestId } });
    expect(forExpert).toContain(`${callName(contactName)} ended the job: We have moved on.`);
    expect(forExpert.some((line) => /^You sent a proposal · \$[\d,]+ in \d milestones?$/.test(line))).toBe(
      true,
    );
    expect(forBuyer.some((line) => /^\S+ granted access · \w+ for up to \d+ days? · /.test(line))).toBe(true);
    for (const { href } of await linesFor(buyer, world))
      expect(href).toMatch(/^\/(proposals|access)\/\w{26}$/);
  });

  test('names no admin, and nobody for what only followed from an act', async () => {
    const world = await makeWorld();
    const { admin, expert, buyer } = world.people;
    const grantId = await jobs.activeGrant(world);
    const proposalId = await proposalIn(world);
    const { conversationId, customerId, companyId } = world;
    const job = { conversationId, customerId, companyId, proposalId };
    await transaction((tx) => tell(tx, admin, { name: 'grant.revoking', grantId, ...job }));
    doneOf(await money.complete(expert, { proposalId }));
    const by = (await linesFor(buyer, world)).map(({ did, by: who }) => [did, who?.id ?? null]);
    expect(by.filter(([did]) => did?.startsWith('Access is ending')).map(([, who]) => who)).toEqual([
      null,
      null,
    ]);
    expect(by).toContainEqual(['marked the job complete', expert.personId]);
  });

  test('is read with as many queries for a page of lines as for one', async () => {
    const world = await makeWorld();
    await jobs.activeGrant(world);
    const proposalId = await proposalIn(world);
    const cost = () => costOf(() => messagesOf(world.people.owner, world.conversationId));
    const listed = () => costOf(() => conversationsOf(world.people.owner));
    const [few, list] = [await cost(), await listed()];
    const { conversationId, customerId, companyId } = world;
    const job = { conversationId, customerId, companyId, proposalId };
    for (let count = 0; count < 20; count += 1)
      await transaction((tx) => tell(tx, CLOCK, { name: 'proposal.withdrawn', ...job }));
    expect((await cost()).queries).toBe(few.queries);
    expect((await listed()).queries).toBe(list.queries);
  });
});

describe('what one did oneself', () => {
  test('is not unread: not in the list, nor in the menu, nor in the bell; what others did is', async () => {
    const world = await makeWorld();
    const { owner, expert } = world.people;
    doneOf(await say(expert, world.conversationId, 'Hello'));
    doneOf(await say(owner, world.conversationId, 'Hello'));
    doneOf(await read(expert, world.conversationId, 2));
    const bell = async () => (await unreadOf(expert)).count;
    const before = await bell();
    await money.proposed(world);
    expect(await unreadFor(expert, world)).toBe(0);
    expect(await unreadConversations(expert)).toBe(0);
    expect(await bell()).toBe(before);
    expect(await unreadFor(owner, world)).toBe(1);
    expect(await unreadConversations(owner)).toBe(1);
    expect((await conversationsOf(owner)).rows[0]).toMatchObject({
      unread: 1,
      last: { own: false, text: expect.stringContaining('sent a proposal') },
    });
  });

  test('does not mark as read what was said before it', async () => {
    const world = await makeWorld();
    const { owner, expert } = world.people;
    doneOf(await say(expert, world.conversationId, 'Hello'));
    doneOf(await read(expert, world.conversationId, 1));
    doneOf(await say(owner, world.conversationId, 'Not read yet'));
    await money.proposed(world);
    expect(await unreadFor(expert, world)).toBe(1);
    expect(await unreadConversations(expert)).toBe(1);
  });

  test('is followed by what nobody has to read', async () => {
    const world = await makeWorld();
    const { owner } = world.people;
    const grantId = await jobs.activeGrant(world);
    const { lastSeq } = await db().conversation.findUniqueOrThrow({ where: { id: world.conversationId } });
    doneOf(await read(owner, world.conversationId, lastSeq));
    const { conversationId, customerId, companyId } = world;
    const job = { conversationId, customerId, companyId, proposalId: await proposalIn(world) };
    await transaction((tx) => tell(tx, CLOCK, { name: 'grant.revoking', grantId, ...job }));
    expect(await unreadFor(owner, world)).toBe(0);
    expect(await unreadConversations(owner)).toBe(0);
    await transaction((tx) => tell(tx, CLOCK, { name: 'grant.stuck', grantId, ...job }));
    expect(await unreadFor(owner, world)).toBe(1);
  });
});

describe('the request of a completed job', () => {
  test('is closed with whoever did it, tells the others, and nags nobody about what was said before', async () => {
    const world = await makeWorld();
    const { owner, expert } = world.people;
    const other = await makeSeller('Siv One');
    const otherId = await answerOf(other, world.requestId, ANSWER);
    await jobs.activeGrant(world);
    doneOf(await money.complete(expert, { proposalId: await proposalIn(world) }));
    expect(await db().request.findUniqueOrThrow({ where: { id: world.requestId } })).toMatchObject({
      status: 'paused',
      chosenId: world.conversationId,
      thanks: null,
    });
    expect((await unreadIn(owner.personId, [otherId])).size).toBe(0);
    expect((await unreadIn(other.person.personId, [otherId])).size).toBe(0);
    const told = await db().notification.findMany({ where: { personId: other.person.personId } });
    expect(told.map(({ kind }) => kind)).toEqual(['response.passedOver']);
    doneOf(await say(other.person, otherId, 'Next time, then.'));
    expect((await unreadIn(owner.personId, [otherId])).get(otherId)).toBe(1);
  });

  test('stays settled as its customer had settled it', async () => {
    const world = await makeWorld();
    const other = await answerOf(await makeSeller('Tor Two'), world.requestId, ANSWER);
    await jobs.activeGrant(world);
    const at = new Date('2026-11-20T12:00:00Z');
    await db().request.update({
      where: { id: world.requestId },
      data: { status: 'paused', settledAt: at, chosenId: other },
    });
    doneOf(await money.complete(world.people.expert, { proposalId: await proposalIn(world) }));
    const row = await db().request.findUniqueOrThrow({ where: { id: world.requestId } });
    expect(row).toMatchObject({ settledAt: at, chosenId: other });
  });
});
