import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { database } from '@/lib/platform/db/client';
import { doneOf } from '@/tests/fixtures/outcome';
import {
  arrive,
  ears,
  join,
  leaveAll,
  listening,
  next,
  openStation,
  type Station,
  settled,
} from '@/tests/fixtures/sockets';
import { say } from '@/tests/fixtures/talk';
import { makeWorld } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

let one: Station;
let other: Station;
beforeAll(async () => {
  [one, other] = [await openStation(), await openStation()];
});
afterEach(() => {
  vi.restoreAllMocks();
  leaveAll();
});
afterAll(() => Promise.all([one.close(), other.close()]));

const messagesIn = (heard: [string, unknown][]) =>
  heard.filter(([event]) => event === 'message').map(([, message]) => (message as { seq: number }).seq);

test('a message that is sent through one process is heard once in each', async () => {
  const { people, conversationId } = await makeWorld();
  const writer = await listening(one, people.expert, conversationId);
  const near = await listening(one, people.owner, conversationId);
  const far = await listening(other, people.member, conversationId);
  const all = [writer, near, far].map(ears);
  for (const seq of [1, 2]) {
    const came = [writer, near, far].map((browser) => next(browser, 'message'));
    const sent = { conversationId, clientId: crypto.randomUUID(), body: `Number ${seq}` };
    expect(await writer.emitWithAck('send', sent)).toMatchObject({ ok: true, value: { seq } });
    await Promise.all(came);
  }
  await Promise.all([writer, near, far].map(settled));
  expect(all.map(messagesIn)).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
});

test('sent again through the other process it is the same message, heard once', async () => {
  const { people, conversationId } = await makeWorld();
  const [here, there] = [
    await listening(one, people.expert, conversationId),
    await listening(other, people.expert, conversationId),
  ];
  const heard = ears(here);
  const sent = { conversationId, clientId: crypto.randomUUID(), body: 'Once' };
  const answers = await Promise.all([here, there].map((browser) => browser.emitWithAck('send', sent)));
  expect(new Set(answers.map((answer) => doneOf(answer).id)).size).toBe(1);
  const last = new Promise<void>((resolve) =>
    here.on('message', (message) => message.seq === 2 && resolve()),
  );
  doneOf(await say(people.owner, conversationId, 'The end'));
  await last;
  expect(messagesIn(heard)).toEqual([1, 2]);
});

test('who types, and who is there, crosses processes', async () => {
  const { people, conversationId } = await makeWorld();
  const near = await listening(one, people.owner, conversationId);
  const both = new Promise<string[]>((resolve) =>
    near.on('presence', ({ personIds }) => personIds.length === 2 && resolve(personIds)),
  );
  const far = await listening(other, people.expert, conversationId);
  expect((await both).sort()).toEqual([people.owner.personId, people.expert.personId].sort());
  const typing = next(near, 'typing');
  far.emit('typing', { conversationId });
  expect(await typing).toEqual({ conversationId, personId: people.expert.personId, name: 'Edda Holm' });
  const alone = next(near, 'presence');
  far.disconnect();
  expect(await alone).toEqual({ conversationId, personIds: [people.owner.personId] });
});

test('somebody removed hears nothing that another process says', async () => {
  const { people, conversationId, customerId } = await makeWorld();
  const { personId } = people.member;
  const before = await listening(other, people.member, conversationId);
  const kept = await listening(other, people.owner, conversationId);
  const third = new Promise<void>((resolve) =>
    kept.on('presence', ({ personIds }) => personIds.length === 3 && resolve()),
  );
  const writer = await listening(one, people.expert, conversationId);
  await third;
  await settled(before);
  const heard = ears(before);
  await database().customerMember.delete({ where: { customerId_personId: { customerId, personId } } });
  const typing = next(kept, 'typing');
  writer.emit('typing', { conversationId });
  await typing;
  const presence = next(kept, 'presence');
  await listening(one, people.chatter, conversationId);
  expect((await presence).personIds).not.toContain(personId);
  await settled(before);
  expect(heard).toEqual([]);
});

test('a process that does not answer takes no other with it', async () => {
  const { people, conversationId } = await makeWorld();
  const unheard: unknown[] = [];
  const note = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', note);
  // What the adapter says while a process that was killed still counts as one of them.
  const asked = vi
    .spyOn(one.io.of('/').adapter, 'fetchSockets')
    .mockRejectedValue(new Error('timeout reached: only 0 responses received out of 1'));
  const browser = await arrive(one, people.owner);
  expect(await join(browser, conversationId)).toMatchObject({ ok: true });
  browser.emit('leave', { conversationId });
  await settled(browser);
  expect(await join(browser, conversationId)).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThanOrEqual(3));
  const came = next(browser, 'message');
  doneOf(await say(people.expert, conversationId, 'Still here'));
  expect(await came).toMatchObject({ body: 'Still here' });
  process.off('unhandledRejection', note);
  expect(unheard).toEqual([]);
});

test('after its line to the database broke, a process asks its pages to catch up', async () => {
  const { people, conversationId } = await makeWorld();
  const browser = await listening(one, people.owner, conversationId);
  const resync = next(browser, 'resync');
  const owner = new Client({ connectionString: addresses().owner });
  await owner.connect();
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'groundcrew-listen' AND datname = current_database()`,
  );
  await owner.end();
  expect(rowCount).toBeGreaterThanOrEqual(1);
  await resync;
  const came = next(browser, 'message');
  doneOf(await say(people.expert, conversationId, 'Heard again'));
  expect(await came).toMatchObject({ body: 'Heard again' });
});
