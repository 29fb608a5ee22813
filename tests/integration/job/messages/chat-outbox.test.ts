import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Pending } from '@/components/job/conversations/messages';
import { makeOutbox } from '@/components/job/conversations/outbox';
import { arrive, type Browser, leaveAll, openStation, type Station } from '@/tests/fixtures/sockets';
import { stored } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';

let station: Station;
let world: World;
beforeAll(async () => {
  [station, world] = [await openStation(), await makeWorld()];
});
afterEach(leaveAll);
afterAll(() => station.close());

const line = (body: string) => ({ clientId: crypto.randomUUID(), body });

/** An outbox on a socket that can be exchanged, as when the connection is lost and comes back. */
function outboxOn(conversationId: string, wire: { browser: Browser }) {
  const seen = { states: new Set<Pending['state']>(), now: [] as Pending[], stored: [] as string[] };
  const outbox = makeOutbox({
    connected: () => wire.browser.connected,
    send: (one) =>
      wire.browser
        .timeout(4_000)
        .emitWithAck('send', { conversationId, ...one })
        .catch(() => null),
    show(lines) {
      seen.now = lines;
      for (const { state } of lines) seen.states.add(state);
    },
    stored: (message) => seen.stored.push(message.body),
  });
  return { outbox, seen };
}
const emptied = (seen: { now: Pending[] }) =>
  vi.waitFor(() => expect(seen.now).toEqual([]), { timeout: 60_000, interval: 100 });

test('more lines than a socket may send are all stored, in order, and wait in sight', async () => {
  const { people, conversationId } = world;
  const { outbox, seen } = outboxOn(conversationId, { browser: await arrive(station, people.expert) });
  // The store of the socket (40) is used up twice over first, so that the lines find the limit at any speed.
  const browser = await arrive(station, people.owner);
  const hasty = outboxOn(conversationId, { browser });
  for (let at = 0; at < 80; at += 1) browser.emit('typing', {});
  const lines = Array.from({ length: 8 }, (_, at) => `Line ${at}`);
  for (const body of lines) hasty.outbox.put(line(body));
  outbox.put(line('Another writer is not held up'));
  await Promise.all([emptied(seen), emptied(hasty.seen)]);
  const kept = (await stored(conversationId)).map(({ body }) => body);
  expect(kept.filter((body) => body.startsWith('Line'))).toEqual(lines);
  expect(hasty.seen.stored).toEqual(lines);
  expect([...hasty.seen.states].sort()).toEqual(['sending', 'waiting']);
  expect(seen.stored).toEqual(['Another writer is not held up']);
}, 90_000);

test('what is written without a connection waits for it, and comes once and in order', async () => {
  const { people, conversationId } = await makeWorld();
  const wire = { browser: await arrive(station, people.expert) };
  const { outbox, seen } = outboxOn(conversationId, wire);
  wire.browser.disconnect();
  const lines = ['One', 'Two', 'Three'];
  for (const body of lines) outbox.put(line(body));
  expect(seen.now.map(({ state }) => state)).toEqual(['waiting', 'sending', 'sending']);
  wire.browser = await arrive(station, people.expert);
  outbox.wake();
  await emptied(seen);
  expect((await stored(conversationId)).map(({ body }) => body)).toEqual(lines);
}, 60_000);

test('a line that is refused is left to its writer, and holds up nobody', async () => {
  const { people, conversationId } = await makeWorld();
  const { outbox, seen } = outboxOn(conversationId, { browser: await arrive(station, people.expert) });
  const wrong = line('x'.repeat(4_001));
  outbox.put(wrong);
  outbox.put(line('The next one'));
  await vi.waitFor(() => expect(seen.stored).toEqual(['The next one']), { timeout: 30_000 });
  expect(seen.now).toEqual([
    { ...wrong, state: 'failed', problem: expect.stringMatching(/^Message can have at most 4,000/) },
  ]);
  outbox.put({ ...wrong, body: 'Shorter' });
  await emptied(seen);
  expect((await stored(conversationId)).map(({ body }) => body)).toEqual(['The next one', 'Shorter']);
}, 60_000);
