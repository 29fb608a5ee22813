import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '@/lib/core/rights';
import { issueTicket } from '@/lib/identity/sessions/commands';
import { deleteSessions } from '@/lib/identity/sessions/store';
import { announce } from '@/lib/platform/announce/announce';
import { database } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { perform } from '@/lib/platform/doors/perform';
import { hashOf } from '@/lib/platform/session/person';
import { doneOf } from '@/tests/fixtures/outcome';
import {
  arrive,
  type Browser,
  ears,
  join,
  knock,
  leaveAll,
  listening,
  next,
  openStation,
  type Station,
  settled,
  ticketOf,
} from '@/tests/fixtures/sockets';
import { say } from '@/tests/fixtures/talk';
import { makeWorld, viewerOf, type World } from '@/tests/fixtures/world';

let world: World;
let station: Station;
beforeAll(async () => {
  [world, station] = [await makeWorld(), await openStation()];
});
afterEach(leaveAll);
afterAll(() => station.close());
const again = (viewer: { personId: string }) => viewerOf(database(), viewer.personId);
const said = (answer: Browser | string) => (typeof answer === 'string' ? answer : 'let in');
const cut = (browser: Browser) => new Promise<string>((resolve) => browser.once('disconnect', resolve));

describe('a ticket', () => {
  test('opens one socket, also when two come with it at once', async () => {
    const ticket = await ticketOf(world.people.owner);
    const answers = await Promise.all([knock(station, ticket), knock(station, ticket)]);
    expect(answers.filter((answer) => typeof answer === 'string')).toEqual(['ticket']);
    expect(said(await knock(station, ticket))).toBe('ticket');
  });

  test('is refused when it is too old, unknown, or none', async () => {
    const ticket = await ticketOf(world.people.owner);
    const { count } = await database().socketTicket.updateMany({
      where: { hash: hashOf(ticket) },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(count).toBe(1);
    for (const wrong of [ticket, 'unknown', '', 'x'.repeat(300), { toString: 'x' }, undefined])
      expect(said(await knock(station, wrong))).toBe('ticket');
  });

  test('is good for our own pages alone', async () => {
    const { owner } = world.people;
    for (const origin of ['https://elsewhere.test', 'null', ''])
      expect(said(await knock(station, await ticketOf(owner), origin))).toBe('websocket error');
    expect(said(await knock(station, await ticketOf(owner)))).toBe('let in');
  });

  test('is not for nobody, nor for the suspended, and is kept as a hash', async () => {
    await expect(perform(NOBODY, (tx) => issueTicket(tx, NOBODY))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(ticketOf(world.people.suspendedExpert)).rejects.toMatchObject({ code: 'forbidden' });
    const ticket = await ticketOf(world.people.owner);
    expect(JSON.stringify(await database().socketTicket.findMany())).not.toContain(ticket);
  });

  test('opens nothing once its session has ended or its person is suspended', async () => {
    const { personId } = world.people.newcomer;
    const ended = await again({ personId });
    const ticket = await ticketOf(ended);
    await transaction((tx) => deleteSessions(tx, { id: ended.sessionId, personId }));
    expect(said(await knock(station, ticket))).toBe('ticket');
    const suspended = await ticketOf(await again({ personId }));
    await database().person.update({ where: { id: personId }, data: { suspendedAt: new Date() } });
    expect(said(await knock(station, suspended))).toBe('ticket');
    await database().person.update({ where: { id: personId }, data: { suspendedAt: null } });
  });
});

describe('a room', () => {
  test('is open to both sides, and closed to everybody else', async () => {
    const { people, conversationId } = world;
    for (const person of [people.owner, people.member, people.expert, people.chatter])
      expect(await join(await arrive(station, person), conversationId)).toMatchObject({ ok: true });
    for (const person of [people.otherOwner, people.otherExpert, people.newcomer, people.admin]) {
      const browser = await arrive(station, person);
      for (const id of [conversationId, crypto.randomUUID(), 'nonsense', { id: conversationId }, null])
        expect(await join(browser, id as string)).toMatchObject({ ok: false, code: 'not_found' });
      expect(await browser.emitWithAck('catchUp', { conversationId, after: 0 })).toMatchObject({ ok: false });
      const sent = { conversationId, clientId: crypto.randomUUID(), body: 'Hello' };
      expect(await browser.emitWithAck('send', sent)).toMatchObject({ ok: false, code: 'not_found' });
    }
  });

  test('gives whoever was away what they have missed, in order', async () => {
    const { people, conversationId } = await makeWorld();
    const browser = await listening(station, people.owner, conversationId);
    doneOf(await say(people.expert, conversationId, 'Number 1'));
    browser.disconnect();
    for (const number of [2, 3, 4]) doneOf(await say(people.expert, conversationId, `Number ${number}`));
    const back = await arrive(station, people.owner);
    expect(await join(back, conversationId)).toEqual({ ok: true, value: { lastSeq: 4 } });
    expect(await back.emitWithAck('catchUp', { conversationId, after: 1 })).toMatchObject({
      ok: true,
      value: [
        { seq: 2, body: 'Number 2' },
        { seq: 3, body: 'Number 3' },
        { seq: 4, body: 'Number 4' },
      ],
    });
  });

  test('stays quiet about what other rooms say, and after leaving', async () => {
    const [other, { people, conversationId }] = [await makeWorld(), await makeWorld()];
    const mine = await listening(station, people.owner, conversationId);
    const theirs = await listening(station, other.people.owner, other.conversationId);
    const heard = ears(theirs);
    const came = next(mine, 'message');
    doneOf(await say(people.expert, conversationId, 'For us alone'));
    await came;
    await settled(theirs);
    expect(heard).toEqual([]);
    const gone = ears(mine);
    const colleague = await listening(station, people.member, conversationId);
    const left = next(colleague, 'presence');
    mine.emit('leave', { conversationId });
    expect(await left).toEqual({ conversationId, personIds: [people.member.personId] });
    gone.length = 0;
    const reached = next(colleague, 'message');
    doneOf(await say(people.expert, conversationId, 'You have left'));
    await reached;
    await settled(mine);
    expect(gone.filter(([event]) => event !== 'notification')).toEqual([]);
  });
});

describe('what is taken away', () => {
  test('a session that is announced as ended loses its sockets, and no other does', async () => {
    const { owner } = world.people;
    const elsewhere = await again(owner);
    const [ended, kept] = [await arrive(station, owner), await arrive(station, elsewhere)];
    const gone = cut(ended);
    await transaction((tx) => announce(tx, { what: 'session', sessionId: owner.sessionId }));
    expect(await gone).toBe('io server disconnect');
    await settled(kept);
    expect(kept.connected).toBe(true);
  });

  test.each(['removed', 'suspended'] as const)('a member who was %s hears nothing more', async (how) => {
    const { people, conversationId, customerId } = await makeWorld();
    const { personId } = people.member;
    const before = await listening(station, people.member, conversationId);
    const [kept, writer] = [
      await listening(station, people.owner, conversationId),
      await listening(station, people.expert, conversationId),
    ];
    await settled(before);
    const heard = ears(before);
    if (how === 'removed')
      await database().customerMember.delete({ where: { customerId_personId: { customerId, personId } } });
    else await database().person.update({ where: { id: personId }, data: { suspendedAt: new Date() } });

    const message = next(kept, 'message');
    doneOf(await say(people.expert, conversationId, 'Not for you'));
    await message;
    const job = next(kept, 'job');
    await transaction((tx) => announce(tx, { what: 'job', conversationId }));
    await job;
    const typing = next(kept, 'typing');
    writer.emit('typing', { conversationId });
    expect(await typing).toMatchObject({ personId: people.expert.personId });
    const presence = next(kept, 'presence');
    await listening(station, people.chatter, conversationId);
    expect((await presence).personIds).not.toContain(personId);

    await settled(before);
    expect(heard).toEqual([]);
    const typed = ears(kept);
    before.emit('typing', { conversationId });
    await settled(before);
    await settled(kept);
    expect(typed.filter(([event]) => event === 'typing')).toEqual([]);
    expect(await join(before, conversationId)).toMatchObject({ ok: false });
    const sent = { conversationId, clientId: crypto.randomUUID(), body: 'Hello' };
    expect(await before.emitWithAck('send', sent)).toMatchObject({ ok: false });
  });
});
