import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, type Person } from '@/lib/core/rights';
import { requestsOf } from '@/lib/job/own-requests/queries';
import * as requests from '@/lib/market/requests/commands';
import { requestOf, requestToEdit } from '@/lib/market/requests/queries';
import { REQUEST_COMMANDS } from '@/lib/market/requests/rights';
import { SetAccepting } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { audited, edit, FIELDS, history } from '@/tests/fixtures/request-doors';
import { makeRequest, WORDS } from '@/tests/fixtures/requests';
import { say } from '@/tests/fixtures/talk';
import { makeCustomer, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const setAccepting = (actor: Actor, input: object) =>
  pass(
    { may: REQUEST_COMMANDS.setAccepting, schema: SetAccepting, command: requests.setAccepting },
    actor,
    input,
  );

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const freshRequest = () => makeRequest(database(), world.customerId, world.people.owner.personId);

describe('editing', () => {
  const changed = { ...FIELDS, title: 'Need help with a bucket policy', budget: 'from1000' };

  test('keeps what the request said before, with who changed it and when', async () => {
    const requestId = await freshRequest();
    doneOf(await edit(world.people.member, { requestId, edits: 0, ...changed }));
    const request = await requestOf(world.people.owner, requestId);
    expect(request).toMatchObject({
      title: changed.title,
      budget: 'from1000',
      contactEmail: FIELDS.contactEmail,
    });
    expect(request?.edits).toMatchObject([{ title: WORDS.title, budget: 'from100', by: 'Milo Garcia' }]);
    expect(request?.editedAt).toEqual(request?.edits[0]?.at);
    expect(await audited(requestId)).toEqual([{ action: 'requests.edit' }]);
  });

  test('of the name and the address alone leaves no history that experts could see', async () => {
    const requestId = await freshRequest();
    const before = await requestToEdit(world.people.owner, requestId);
    doneOf(await edit(world.people.owner, { ...before, requestId, contactName: 'Front desk' }));
    const request = await requestOf(world.people.owner, requestId);
    expect(request).toMatchObject({ contactName: 'Front desk', editedAt: null, edits: [] });
  });

  test('twice at once from the same text: one is told that the other was first', async () => {
    const requestId = await freshRequest();
    const outcomes = await Promise.all([
      edit(world.people.owner, { requestId, edits: 0, ...changed }),
      edit(world.people.member, { requestId, edits: 0, ...changed, title: 'Need help with a role policy' }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'done']);
    expect((await requestOf(world.people.owner, requestId))?.edits).toHaveLength(1);
  });

  test.each(['otherOwner', 'expert', 'newcomer'] as const)('by %s finds no such request', async (who) => {
    const requestId = await freshRequest();
    expect(codeOf(await edit(world.people[who], { requestId, edits: 0, ...changed }))).toBe('not_found');
  });
});

describe('accepting new responses', () => {
  test('is turned off and on by any member, each with its history', async () => {
    const requestId = await freshRequest();
    const off = doneOf(await setAccepting(world.people.member, { requestId, accepting: 'false' }));
    expect(off.status).toBe('paused');
    const on = doneOf(await setAccepting(world.people.granter, { requestId, accepting: 'true' }));
    expect(on.status).toBe('accepting');
    expect((await history(requestId)).map((change) => change.event)).toEqual(['pause', 'resume']);
  });

  test('turned off twice at once is turned off once', async () => {
    const requestId = await freshRequest();
    const outcomes = await Promise.all(
      ['owner', 'member'].map((who) =>
        setAccepting(world.people[who as 'owner'], { requestId, accepting: 'false' }),
      ),
    );
    expect(outcomes.map(codeOf)).toEqual(['done', 'done']);
    expect(await history(requestId)).toHaveLength(1);
  });

  test('is refused to others', async () => {
    const requestId = await freshRequest();
    const refused = async (actor: Actor) =>
      codeOf(await setAccepting(actor, { requestId, accepting: 'false' }));
    expect(await refused(NOBODY)).toBe('unauthenticated');
    expect(await refused(world.people.otherOwner)).toBe('not_found');
    expect(await refused(world.people.expert)).toBe('not_found');
    expect(await refused(world.people.suspendedCustomer)).toBe('forbidden');
    expect((await requestOf(world.people.owner, requestId))?.status).toBe('accepting');
  });
});

describe('what a customer reads', () => {
  test('is their own alone', async () => {
    for (const who of ['otherOwner', 'expert', 'newcomer', 'admin'] as const) {
      const viewer: Person = world.people[who];
      expect(await requestOf(viewer, world.requestId)).toBeNull();
      expect(await requestToEdit(viewer, world.requestId)).toBeNull();
      expect((await requestsOf(viewer)).rows.map((row) => row.id)).not.toContain(world.requestId);
    }
    expect(await requestOf(NOBODY, world.requestId)).toBeNull();
    expect((await requestsOf(NOBODY)).rows).toEqual([]);
  });

  test('comes newest first, in pages that miss and repeat nothing', async () => {
    const id = await makePerson(database(), 'Jory Whitlock');
    const customerId = await makeCustomer(database(), 'Page Turners', [[id, ['owner']]]);
    const made: string[] = [];
    for (let count = 0; count < 45; count += 1) made.push(await makeRequest(database(), customerId, id));
    // Some share an instant, so that the id has to decide.
    await database().request.updateMany({
      where: { id: { in: made.slice(10, 35) } },
      data: { createdAt: new Date() },
    });
    const viewer = await viewerOf(database(), id);
    const seen: string[] = [];
    const sizes: number[] = [];
    let next: string | null | undefined;
    do {
      const page = await requestsOf(viewer, next ?? undefined);
      seen.push(...page.rows.map((row) => row.id));
      sizes.push(page.rows.length);
      next = page.next;
    } while (next);
    expect(sizes).toEqual([20, 20, 5]);
    expect([...seen].sort()).toEqual([...made].sort());
  });

  test('counts the conversations with something unread, for each member by themselves', async () => {
    const { conversationId, requestId } = world;
    doneOf(await say(world.people.expert, conversationId, 'I could begin on Monday.'));
    const { lastSeq: seq } = await database().conversation.findUniqueOrThrow({
      where: { id: conversationId },
    });
    await database().readMark.create({
      data: { conversationId, personId: world.people.owner.personId, seq, at: new Date() },
    });
    const card = async (viewer: Person) =>
      (await requestsOf(viewer)).rows.find((row) => row.id === requestId);
    expect(await card(world.people.owner)).toMatchObject({ unread: 0, answers: 1 });
    expect(await card(world.people.member)).toMatchObject({ unread: 1 });
  });
});
