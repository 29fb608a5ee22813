import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { log } from '@/lib/platform/log/logger';
import { doneOf } from '@/tests/fixtures/outcome';
import { type Browser, leaveAll, listening, openStation, type Station } from '@/tests/fixtures/sockets';
import { say } from '@/tests/fixtures/talk';
import { makeWorld, type World } from '@/tests/fixtures/world';

let station: Station;
let world: World;
let browser: Browser;
const bugs: unknown[] = [];
const note = (reason: unknown) => bugs.push(reason);

beforeAll(async () => {
  [station, world] = [await openStation(), await makeWorld()];
  doneOf(await say(world.people.expert, world.conversationId, 'Hello'));
  process.on('unhandledRejection', note);
  vi.spyOn(log(), 'error').mockImplementation(note);
});
afterEach(leaveAll);
afterAll(async () => {
  process.off('unhandledRejection', note);
  vi.restoreAllMocks();
  await station.close();
});

const EVENTS = ['join', 'leave', 'send', 'markRead', 'typing', 'catchUp', 'earlier'] as const;
const PLACES = [
  2 ** 31,
  2 ** 53,
  -1,
  0.5,
  '2147483648',
  '1e3',
  ' ',
  null,
  true,
  [],
  [1],
  { valueOf: 1, toString: 1 },
];

/** What a page of ours never sends. */
function malformed({ conversationId }: World): [name: string, event: string, given: unknown[]][] {
  const whole = { conversationId, clientId: crypto.randomUUID(), body: 'Hello' };
  const shapes = [
    undefined,
    null,
    0,
    'text',
    true,
    [],
    [[]],
    {},
    { conversationId: null },
    { conversationId: 'x' },
  ];
  const everywhere = EVENTS.flatMap((event) => [
    ...shapes.map((shape): [string, string, unknown[]] => [
      JSON.stringify(shape) ?? 'nothing',
      event,
      [shape],
    ]),
    ['no argument', event, []] as [string, string, unknown[]],
    ['bytes', event, [Buffer.from('bytes')]] as [string, string, unknown[]],
  ]);
  const places = PLACES.flatMap((place): [string, string, unknown[]][] => [
    [`after ${JSON.stringify(place)}`, 'catchUp', [{ conversationId, after: place }]],
    [`before ${JSON.stringify(place)}`, 'earlier', [{ conversationId, before: place }]],
    [`seq ${JSON.stringify(place)}`, 'markRead', [{ conversationId, seq: place }]],
  ]);
  const fields: unknown[] = [
    null,
    1,
    {},
    { toString: 1 },
    [],
    Buffer.from('bytes'),
    '\u0000',
    'x'.repeat(20_000),
  ];
  const sent = fields.flatMap((field): [string, string, unknown[]][] =>
    (['conversationId', 'clientId', 'body'] as const).map((key) => [
      `${key} ${String(JSON.stringify(field)).slice(0, 20)}`,
      'send',
      [{ ...whole, [key]: field }],
    ]),
  );
  const events = ['nothing-of-ours', '__proto__', 'constructor', 'toString', '', 'error', 'message'];
  return [
    ...everywhere,
    ...places,
    ...sent,
    ...events.map((event): [string, string, unknown[]] => ['an event that is none', event, [whole]]),
  ];
}

test('whatever a socket sends is answered, and refused without a bug', async () => {
  const answers: [string, string][] = [];
  for (const [name, event, given] of malformed(world)) {
    // A socket may send ten a second: each gets a fresh one now and then.
    if (answers.length % 30 === 0)
      browser = await listening(station, world.people.owner, world.conversationId);
    const emit = browser.timeout(3_000).emitWithAck as (...sent: unknown[]) => Promise<Outcome>;
    const outcome = await emit.call(browser.timeout(3_000), event, ...given).catch(() => null);
    const code = outcome === null ? 'no answer' : outcome.ok ? 'done' : outcome.code;
    answers.push([`${event}: ${name}`, code]);
    if (outcome && !outcome.ok) expect(outcome.message, `${event}: ${name}`).toMatch(/^[A-Z0-9].*\.$/);
  }
  const wrong = answers.filter(([, code]) => !['invalid', 'not_found'].includes(code));
  expect(wrong).toEqual([]);
  expect(answers.length).toBeGreaterThan(120);
  expect(bugs).toEqual([]);
  expect(browser.connected).toBe(true);
}, 60_000);

test('more arguments than one, or the answer first, are answered all the same', async () => {
  const { people, conversationId } = world;
  browser = await listening(station, people.owner, conversationId);
  const emit = browser.timeout(3_000).emitWithAck as (...sent: unknown[]) => Promise<Outcome>;
  expect(
    await emit.call(browser.timeout(3_000), 'catchUp', { conversationId, after: 0 }, 'more', 1),
  ).toMatchObject({
    ok: true,
  });
  expect(bugs).toEqual([]);
});
