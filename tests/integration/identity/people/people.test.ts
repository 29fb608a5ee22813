import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, NOBODY } from '@/lib/core/rights';
import * as customers from '@/lib/identity/customers/commands';
import { customersOf } from '@/lib/identity/customers/queries';
import { CUSTOMER_COMMANDS } from '@/lib/identity/customers/rights';
import { Rename as RenameCustomer } from '@/lib/identity/customers/schema';
import { ensureCustomer } from '@/lib/identity/customers/store';
import * as people from '@/lib/identity/people/commands';
import { decisionsAbout, foundPerson, suspendedPeople } from '@/lib/identity/people/queries';
import { PERSON_COMMANDS } from '@/lib/identity/people/rights';
import { FindPerson, Rename, Suspend } from '@/lib/identity/people/schema';
import * as sessions from '@/lib/identity/sessions/commands';
import { sessionsOf } from '@/lib/identity/sessions/queries';
import { SESSION_COMMANDS } from '@/lib/identity/sessions/rights';
import { EndSession } from '@/lib/identity/sessions/schema';
import { database } from '@/lib/platform/db/client';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import { codeOf, doneOf } from '@/tests/fixtures/outcome';
import { makePerson, makeWorld, viewerOf, type World } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

const rename = (actor: Actor, input: object) =>
  pass({ may: PERSON_COMMANDS.rename, schema: Rename, command: people.rename }, actor, input);
const endSession = (actor: Actor, input: object) =>
  pass({ may: SESSION_COMMANDS.endSession, schema: EndSession, command: sessions.endSession }, actor, input);
const suspend = (actor: Actor, input: object) =>
  pass({ may: PERSON_COMMANDS.suspend, schema: Suspend, command: people.suspend }, actor, input);
const find = (actor: Actor, email: string) =>
  pass({ may: PERSON_COMMANDS.find, schema: FindPerson, command: people.find }, actor, { email });
const renameCustomer = (actor: Actor, input: object) =>
  pass({ may: CUSTOMER_COMMANDS.rename, schema: RenameCustomer, command: customers.rename }, actor, input);

const reason = 'Wrote threats in a conversation.';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const newPerson = async (name = 'Some Body') => viewerOf(database(), await makePerson(database(), name));
const again = (personId: string) => viewerOf(database(), personId);

describe("one's own settings", () => {
  test('change the name and the time zone of oneself', async () => {
    const person = await newPerson();
    doneOf(await rename(person, { name: ' Any Body ', timeZone: 'Asia/Tokyo', theme: 'dark' }));
    expect(await again(person.personId)).toMatchObject({ name: 'Any Body', timeZone: 'Asia/Tokyo' });
  });

  test('are refused where they cannot be, to nobody and to somebody suspended', async () => {
    const input = { name: 'Any Body', timeZone: 'Asia/Tokyo', theme: 'dark' };
    expect(await rename(world.people.newcomer, { ...input, timeZone: 'Mars/Olympus' })).toMatchObject({
      fields: { timeZone: expect.any(String) },
    });
    expect(await rename(world.people.newcomer, { ...input, name: '‮evil' })).toMatchObject({
      fields: { name: expect.any(String) },
    });
    expect(codeOf(await rename(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await rename(world.people.suspendedCustomer, input))).toBe('forbidden');
  });
});

describe('sessions', () => {
  test('are listed for their person, this one first', async () => {
    const first = await newPerson();
    const second = await again(first.personId);
    const shown = await sessionsOf(second);
    expect(shown.map((session) => session.id)).toEqual([second.sessionId, first.sessionId]);
    expect(shown[0]).toMatchObject({ current: true });
    expect(await sessionsOf(NOBODY)).toEqual([]);
    expect(JSON.stringify(shown)).not.toMatch(/[0-9a-f]{64}/);
  });

  test('are ended by their person alone, once', async () => {
    const first = await newPerson();
    const second = await again(first.personId);
    expect(codeOf(await endSession(world.people.admin, { session: first.sessionId }))).toBe('not_found');
    expect(codeOf(await endSession(NOBODY, { session: first.sessionId }))).toBe('unauthenticated');
    const answers = await Promise.all([1, 2].map(() => endSession(second, { session: first.sessionId })));
    expect(answers.map(codeOf).sort()).toEqual(['done', 'not_found']);
    expect((await sessionsOf(second)).map((session) => session.id)).toEqual([second.sessionId]);
  });

  test('can all be ended but this one, and the sockets are told', async () => {
    const others = [await newPerson()];
    others.push(await again(others[0]!.personId));
    const here = await again(others[0]!.personId);
    const client = new Client({ connectionString: addresses().owner });
    await client.connect();
    await client.query('LISTEN rt');
    const told: string[] = [];
    const both = new Promise<void>((resolve) =>
      client.on('notification', ({ payload }) => {
        const change = JSON.parse(payload ?? '{}');
        if (change.what === 'session') told.push(change.sessionId);
        if (told.length === 2) resolve();
      }),
    );
    expect(doneOf(await endSession(here, { session: 'others' }))).toEqual({ ended: 2 });
    await both;
    await client.end();
    expect(told.sort()).toEqual(others.map((other) => other.sessionId).sort());
    expect((await sessionsOf(here)).map((session) => session.id)).toEqual([here.sessionId]);
    expect((await sessionsOf(world.people.owner)).length).toBeGreaterThan(0);
  });
});

describe('suspending a person', () => {
  test('makes every command refuse them, keeps them signed in, and keeps the reason for admins', async () => {
    const { admin } = world.people;
    const person = await newPerson();
    const { personId } = person;
    expect(doneOf(await suspend(admin, { personId, suspended: 'true', reason }))).toMatchObject({
      suspended: true,
    });
    const now = await again(personId);
    expect(now.suspended).toBe(true);
    expect(codeOf(await rename(now, { name: 'X', timeZone: 'UTC', theme: 'light' }))).toBe('forbidden');
    expect((await suspendedPeople(admin)).map(({ id }) => id)).toContain(personId);
    doneOf(await suspend(admin, { personId, suspended: 'false', reason: 'They have apologised.' }));
    expect((await again(personId)).suspended).toBe(false);
    expect((await foundPerson(admin, personId))?.suspendedAt).toBeNull();
    expect((await decisionsAbout(admin, [personId])).map((d) => [d.suspended, d.reason, d.by])).toEqual([
      [false, 'They have apologised.', 'Ada Lind'],
      [true, reason, 'Ada Lind'],
    ]);
  });

  test('is for admins, not for oneself, and needs a reason', async () => {
    const { personId } = await newPerson();
    const input = { personId, suspended: 'true', reason };
    for (const actor of [world.people.owner, world.people.expert, world.people.newcomer])
      expect(codeOf(await suspend(actor, input))).toBe('forbidden');
    expect(codeOf(await suspend(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await suspend({ ...world.people.admin, suspended: true }, input))).toBe('forbidden');
    expect(codeOf(await suspend(world.people.admin, { ...input, reason: '' }))).toBe('invalid');
    expect(
      codeOf(await suspend(world.people.admin, { ...input, personId: world.people.admin.personId })),
    ).toBe('forbidden');
    expect(codeOf(await suspend(world.people.admin, { ...input, personId: world.requestId }))).toBe(
      'not_found',
    );
    expect((await again(personId)).suspended).toBe(false);
  });

  test('by two admins at once happens once', async () => {
    const { personId } = await newPerson();
    const input = { personId, suspended: 'true', reason };
    const answers = await Promise.all([
      suspend(world.people.admin, input),
      suspend(world.people.admin, input),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'done']);
  });

  test('people are found by admins alone, by the whole address', async () => {
    const { owner, admin } = world.people;
    expect(doneOf(await find(admin, ` ${owner.email.toUpperCase()} `))).toEqual({ personId: owner.personId });
    expect((await foundPerson(admin, owner.personId))?.email).toBe(owner.email);
    expect(codeOf(await find(admin, `x${owner.email}`))).toBe('not_found');
    expect(codeOf(await find(admin, '%'))).toBe('invalid');
    expect(codeOf(await find(owner, owner.email))).toBe('forbidden');
    for (const viewer of [owner, NOBODY, { ...admin, suspended: true }]) {
      expect(await foundPerson(viewer, owner.personId)).toBeNull();
      expect(await suspendedPeople(viewer)).toEqual([]);
      expect(await decisionsAbout(viewer, [owner.personId])).toEqual([]);
    }
  });
});

describe('customers', () => {
  test('somebody without one gets one of their name, once, however often they ask', async () => {
    const person = await newPerson('Solo Buyer');
    const ids = await Promise.all([1, 2, 3].map(() => perform(person, (tx) => ensureCustomer(tx, person))));
    expect(new Set(ids).size).toBe(1);
    expect(await customersOf(person)).toEqual([{ id: ids[0], name: 'Solo Buyer', rights: ['owner'] }]);
    const { member } = world.people;
    expect(await perform(member, (tx) => ensureCustomer(tx, member))).toBe(world.customerId);
  });

  test('are renamed by their owners alone', async () => {
    const { people, customerId } = world;
    const input = { customerId, name: 'Harbour Books' };
    for (const actor of [people.member, people.buyer, people.granter, people.suspendedCustomer])
      expect(codeOf(await renameCustomer(actor, input))).toBe('forbidden');
    for (const actor of [people.otherOwner, people.expert, people.admin])
      expect(codeOf(await renameCustomer(actor, input))).toBe('not_found');
    expect(codeOf(await renameCustomer(NOBODY, input))).toBe('unauthenticated');
    expect(codeOf(await renameCustomer(people.owner, input))).toBe('done');
    expect(await customersOf(people.owner)).toMatchObject([{ name: 'Harbour Books' }]);
    expect(await customersOf(people.expert)).toEqual([]);
  });
});
