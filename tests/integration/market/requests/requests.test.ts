import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY, type Person } from '@/lib/core/rights';
import * as commands from '@/lib/market/drafts/commands';
import { REQUEST_DRAFT_COMMANDS } from '@/lib/market/drafts/rights';
import { PostRequest } from '@/lib/market/drafts/schema';
import * as edits from '@/lib/market/edits/commands';
import { EDIT_COMMANDS } from '@/lib/market/edits/rights';
import { EditRequest } from '@/lib/market/edits/schema';
import * as requests from '@/lib/market/requests/commands';
import { requestOf, requestsOf, requestToEdit } from '@/lib/market/requests/queries';
import { REQUEST_COMMANDS } from '@/lib/market/requests/rights';
import { SetAccepting } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makeRequest, WORDS } from '@/tests/fixtures/requests';
import { makeCustomer, makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

const post = (actor: Actor, input: object) =>
  pass({ may: REQUEST_DRAFT_COMMANDS.post, schema: PostRequest, command: commands.post }, actor, input);
const edit = (actor: Actor, input: object) =>
  pass({ may: EDIT_COMMANDS.edit, schema: EditRequest, command: edits.edit }, actor, input);
const setAccepting = (actor: Actor, input: object) =>
  pass(
    { may: REQUEST_COMMANDS.setAccepting, schema: SetAccepting, command: requests.setAccepting },
    actor,
    input,
  );

const TEXTS = {
  title: 'Need help with IAM permissions',
  description: 'A Lambda function cannot read a bucket.\n\nWe have tried three policies.',
};
const FIELDS = {
  ...TEXTS,
  budget: 'from100',
  location: 'uk',
  contactName: 'Una',
  contactEmail: 'una@shop.test',
};

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const audited = (objectId: string) =>
  database().auditEntry.findMany({ where: { objectId }, orderBy: { at: 'asc' }, select: { action: true } });
const history = (objectId: string) =>
  database().statusChange.findMany({ where: { objectId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
const freshRequest = () => makeRequest(database(), world.customerId, world.people.owner.personId);

describe('posting', () => {
  test('publishes the request, with its history, its audit and its line breaks', async () => {
    const { requestId } = doneOf(await post(world.people.member, FIELDS));
    const row = await database().request.findUniqueOrThrow({ where: { id: requestId } });
    expect(row).toMatchObject({
      ...FIELDS,
      customerId: world.customerId,
      status: 'accepting',
      responseCount: 0,
    });
    expect(await history(requestId)).toMatchObject([{ from: null, to: 'accepting', machine: 'request' }]);
    expect(await audited(requestId)).toEqual([{ action: 'requests.post' }]);
  });

  test('makes a customer for somebody who has none, and one only for two at once', async () => {
    const id = await makePerson(database(), 'Gus Ferreira');
    const person = await viewerOf(database(), id);
    const [one, two] = await Promise.all([post(person, FIELDS), post(person, FIELDS)]);
    doneOf(one);
    doneOf(two);
    const memberships = await database().customerMember.findMany({ where: { personId: id } });
    expect(memberships).toMatchObject([{ rights: ['owner'] }]);
    const customerId = memberships[0]!.customerId;
    expect(await database().request.count({ where: { customerId } })).toBe(2);
  });

  test('is for the customer that is named, which must be one’s own and not suspended', async () => {
    const id = await makePerson(database(), 'Hedy Moss');
    const first = await makeCustomer(database(), 'First of Two', [[id, []]]);
    const second = await makeCustomer(database(), 'Second of Two', [[id, []]]);
    const third = await makeCustomer(database(), 'Suspended One', [[id, ['owner']]]);
    await database().customer.update({ where: { id: third }, data: { suspendedAt: new Date() } });
    const person = await viewerOf(database(), id);
    for (const customerId of [first, second]) {
      const { requestId } = doneOf(await post(person, { ...FIELDS, customerId }));
      expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({ customerId });
    }
    expect(codeOf(await post(person, { ...FIELDS, customerId: third }))).toBe('forbidden');
    expect(codeOf(await post(person, { ...FIELDS, customerId: world.customerId }))).toBe('not_found');
    expect(codeOf(await post(person, { ...FIELDS, customerId: '' }))).toBe('done');
  });

  test('is refused to nobody and to the suspended', async () => {
    expect(codeOf(await post(NOBODY, FIELDS))).toBe('unauthenticated');
    expect(codeOf(await post(world.people.suspendedCustomer, FIELDS))).toBe('forbidden');
  });

  test('keeps services, Regions and places for responses, by code or by name, each once', async () => {
    const tags = { services: 'EC2, postgres\nec2', regions: ['eu-west-1', 'Europe (Ireland)'], slots: '8' };
    const { requestId } = doneOf(await post(world.people.member, { ...FIELDS, ...tags }));
    expect(await database().request.findUnique({ where: { id: requestId } })).toMatchObject({
      services: ['ec2', 'rds'],
      regions: ['eu-west-1'],
      slots: 8,
    });
    const refused = await post(world.people.member, { ...FIELDS, services: 'EC2, Azure', slots: '0' });
    expect(refused).toMatchObject({
      code: 'invalid',
      fields: { services: expect.stringContaining('Azure'), slots: expect.any(String) },
    });
  });

  test('with contact details asks first; with a key it is refused', async () => {
    const description = `${FIELDS.description} Call +44 20 7946 0958.`;
    const asked = await post(world.people.member, { ...FIELDS, description });
    expect(asked).toMatchObject({ code: 'invalid', fields: { asIs: expect.any(String) } });
    doneOf(await post(world.people.member, { ...FIELDS, description, asIs: 'yes' }));
    const leaked = `${FIELDS.description}\nghp_${'a1B2'.repeat(9)}`;
    const refused = await post(world.people.member, { ...FIELDS, description: leaked, asIs: 'yes' });
    expect(codeOf(refused)).toBe('invalid');
  });

  test('with an address that is not the person’s own has it proved; with their own it does not', async () => {
    const person = await viewerOf(database(), await makePerson(database(), 'Kaia Lund'));
    const proofs = () => database().addressProof.count({ where: { personId: person.personId } });
    doneOf(await post(person, { ...FIELDS, contactEmail: person.email.toUpperCase() }));
    expect(await proofs()).toBe(0);
    const { requestId } = doneOf(await post(person, { ...FIELDS, contactEmail: 'desk@kaia.test' }));
    expect(await proofs()).toBe(1);
    const member = await viewerOf(database(), person.personId);
    doneOf(await edit(member, { ...FIELDS, requestId, edits: 0, contactEmail: 'desk2@kaia.test' }));
    expect(await proofs()).toBe(2);
  });
});

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
    await database().conversation.update({ where: { id: conversationId }, data: { lastSeq: 3 } });
    await database().readMark.create({
      data: { conversationId, personId: world.people.owner.personId, seq: 3, at: new Date() },
    });
    const card = async (viewer: Person) =>
      (await requestsOf(viewer)).rows.find((row) => row.id === requestId);
    expect(await card(world.people.owner)).toMatchObject({ unread: 0, answers: 1 });
    expect(await card(world.people.member)).toMatchObject({ unread: 1 });
  });
});
