import { beforeEach, describe, expect, test } from 'vitest';
import type { DomainEvent } from '@/lib/core/events';
import { CLOCK, NOBODY } from '@/lib/core/rights';
import { tell } from '@/lib/job/messages/commands';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { activeGrant } from '@/tests/fixtures/jobs';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { read, say, stored } from '@/tests/fixtures/talk';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const conversation = () => database().conversation.findUniqueOrThrow({ where: { id: world.conversationId } });
const markOf = async (personId: string) =>
  (await database().readMark.findFirst({ where: { conversationId: world.conversationId, personId } }))?.seq;

describe('a message', () => {
  test('is kept with its side and place, and counts as read by its writer', async () => {
    const { people, conversationId } = world;
    const first = doneOf(await say(people.owner, conversationId, ' When can you start? '));
    const second = doneOf(await say(people.expert, conversationId, 'Tomorrow.'));
    expect(first).toMatchObject({
      seq: 1,
      side: 'customer',
      body: 'When can you start?',
      event: null,
      line: null,
      author: { id: people.owner.personId, name: 'Una Brandt' },
    });
    expect(second).toMatchObject({ seq: 2, side: 'company' });
    expect(await stored(conversationId)).toMatchObject([{ id: first.id }, { id: second.id }]);
    expect(await conversation()).toMatchObject({ lastSeq: 2, lastAt: new Date(second.at) });
    expect(await markOf(people.owner.personId)).toBe(1);
    expect(await markOf(people.expert.personId)).toBe(2);
  });

  test('may be written by every member of the customer, and with the right chat in the company', async () => {
    const { people, conversationId, companyId } = world;
    const seller = await makePerson(database(), 'Sela Ortiz');
    await database().companyMember.create({ data: { companyId, personId: seller, rights: ['sell'] } });
    expect(codeOf(await say(people.member, conversationId, 'Hello'))).toBe('done');
    expect(codeOf(await say(people.chatter, conversationId, 'Hello'))).toBe('done');
    expect(codeOf(await say(await viewerOf(database(), seller), conversationId, 'Hello'))).toBe('forbidden');
    expect(await stored(conversationId)).toHaveLength(2);
  });

  test('is refused to other tenants, to the suspended, to nobody, and to the clock', async () => {
    const { people, conversationId, customerId } = world;
    for (const stranger of [people.otherOwner, people.otherExpert, people.newcomer, people.admin])
      expect(codeOf(await say(stranger, conversationId, 'Hello'))).toBe('not_found');
    for (const person of [people.suspendedCustomer, people.suspendedExpert])
      expect(codeOf(await say(person, conversationId, 'Hello'))).toBe('forbidden');
    expect(codeOf(await say(NOBODY, conversationId, 'Hello'))).toBe('unauthenticated');
    expect(codeOf(await say(CLOCK, conversationId, 'Hello'))).toBe('forbidden');
    expect(codeOf(await say(people.owner, crypto.randomUUID(), 'Hello'))).toBe('not_found');
    await database().customer.update({ where: { id: customerId }, data: { suspendedAt: new Date() } });
    const now = await viewerOf(database(), people.owner.personId);
    expect(codeOf(await say(now, conversationId, 'Hello'))).toBe('forbidden');
    expect(await stored(conversationId)).toEqual([]);
    expect(await conversation()).toMatchObject({ lastSeq: 0 });
  });

  test('needs words, and not more than fit', async () => {
    const { people, conversationId } = world;
    expect(codeOf(await say(people.owner, conversationId, ' \n '))).toBe('invalid');
    expect(codeOf(await say(people.owner, conversationId, 'x'.repeat(4001)))).toBe('invalid');
    expect(codeOf(await say(people.owner, conversationId, 'x'.repeat(4000)))).toBe('done');
    expect(codeOf(await say(people.owner, conversationId, 'Hello', 'short'))).toBe('invalid');
  });

  test('tried again in parallel is one message in one place', async () => {
    const { people, conversationId } = world;
    const clientId = crypto.randomUUID();
    const tries = [1, 2, 3, 4].map(() => say(people.owner, conversationId, 'Once', clientId));
    const answers = (await Promise.all(tries)).map(doneOf);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.map(({ seq }) => seq)).toEqual([1, 1, 1, 1]);
    expect(await stored(conversationId)).toHaveLength(1);
    expect(await conversation()).toMatchObject({ lastSeq: 1 });
  });

  test("is no retry of another person's under the same id", async () => {
    const { people, conversationId } = world;
    const clientId = crypto.randomUUID();
    doneOf(await say(people.owner, conversationId, 'Mine', clientId));
    expect(codeOf(await say(people.expert, conversationId, 'Theirs', clientId))).toBe('conflict');
    expect(await stored(conversationId)).toMatchObject([{ body: 'Mine' }]);
  });

  test('sent twenty times in parallel takes the places one to twenty', async () => {
    const { people, conversationId } = world;
    const writers = [people.owner, people.expert, people.chatter, people.member];
    const sent = Array.from({ length: 20 }, (_, at) =>
      say(writers[at % writers.length]!, conversationId, `Number ${at}`),
    );
    const places = (await Promise.all(sent)).map((outcome) => doneOf(outcome).seq);
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect((await stored(conversationId)).map(({ seq }) => seq)).toEqual(places);
    expect(await conversation()).toMatchObject({ lastSeq: 20 });
  });
});

describe('the read mark', () => {
  test('goes forward alone, also when pages report at once', async () => {
    const { people, conversationId } = world;
    for (const body of ['One', 'Two', 'Three']) doneOf(await say(people.expert, conversationId, body));
    const { personId } = people.owner;
    await Promise.all([3, 1, 2].map((seq) => read(people.owner, conversationId, seq)));
    expect(await markOf(personId)).toBe(3);
    doneOf(await read(people.owner, conversationId, 1));
    expect(await markOf(personId)).toBe(3);
  });

  test('never passes the last message, and is for those who take part', async () => {
    const { people, conversationId } = world;
    doneOf(await say(people.expert, conversationId, 'One'));
    expect(doneOf(await read(people.owner, conversationId, 99))).toEqual({ seq: 1 });
    expect(await markOf(people.owner.personId)).toBe(1);
    for (const stranger of [people.otherOwner, people.newcomer])
      expect(codeOf(await read(stranger, conversationId, 1))).toBe('not_found');
    expect(codeOf(await read(people.suspendedCustomer, conversationId, 1))).toBe('forbidden');
    expect(codeOf(await read(people.owner, conversationId, -1))).toBe('invalid');
    expect(await markOf(people.otherOwner.personId)).toBeUndefined();
  });
});

describe('what happens in a job', () => {
  const happen = (event: DomainEvent) => transaction((tx) => tell(tx, CLOCK, event));

  test('leaves one line for each event, by nobody, in its place', async () => {
    const { people, conversationId, customerId, companyId } = world;
    const grantId = await activeGrant(world);
    const { proposalId, permissionRequestId } = await database().grant.findUniqueOrThrow({
      where: { id: grantId },
    });
    const job = { conversationId, customerId, companyId, proposalId };
    doneOf(await say(people.owner, conversationId, 'Hello'));
    const { length } = await stored(conversationId);
    await happen({ name: 'proposal.withdrawn', ...job });
    await happen({ name: 'grant.active', grantId, ...job });
    const lines = (await stored(conversationId)).slice(length);
    const nobody = { authorId: null, actorId: null, side: null };
    expect(lines).toMatchObject([
      { ...nobody, seq: length + 1, event: 'proposal.withdrawn', objectId: proposalId },
      { ...nobody, seq: length + 2, event: 'grant.active', objectId: permissionRequestId },
    ]);
    expect(lines.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^Proposal withdrawn · \$/),
      expect.stringMatching(/^Access is ready · /),
    ]);
    expect(await conversation()).toMatchObject({ lastSeq: length + 2 });
  });

  test('leaves no line where the message itself stands, or where no conversation is meant', async () => {
    const { people, conversationId, customerId, companyId } = world;
    const job = { conversationId, customerId, companyId };
    const authorId = people.owner.personId;
    await happen({ name: 'message.sent', messageId: crypto.randomUUID(), authorId, ...job });
    await happen({ name: 'company.suspended', companyId });
    expect(await stored(conversationId)).toEqual([]);
  });
});
