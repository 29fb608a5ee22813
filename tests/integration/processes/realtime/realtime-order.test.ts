import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '@/lib/core/rights';
import { MESSAGE_COMMANDS } from '@/lib/job/messages/rights';
import type { ShownMessage } from '@/lib/platform/announce/events';
import { database } from '@/lib/platform/db/client';
import type { Outcome } from '@/lib/platform/doors/outcome';
import { limitsOf } from '@/lib/platform/limits/defaults';
import { spend } from '@/lib/platform/limits/limit';
import { doneOf } from '@/tests/fixtures/outcome';
import {
  arrive,
  type Browser,
  leaveAll,
  listening,
  openStation,
  type Station,
} from '@/tests/fixtures/sockets';
import { say, stored } from '@/tests/fixtures/talk';
import { makeWorld } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

let station: Station;
beforeAll(async () => {
  station = await openStation();
});
afterEach(leaveAll);
afterAll(() => station.close());

type Answer = Outcome<ShownMessage>;
const send = (browser: Browser, conversationId: string, body: string): Promise<Answer> =>
  browser.emitWithAck('send', { conversationId, clientId: crypto.randomUUID(), body });

/** Holds a conversation as a slow transaction elsewhere would, until it is let go. */
async function hold(
  conversationId: string,
): Promise<{ waiting: () => Promise<number>; letGo: () => Promise<void> }> {
  const [holder, watcher] = [1, 2].map(() => new Client({ connectionString: addresses().owner })) as [
    Client,
    Client,
  ];
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM "conversation" WHERE id = $1 FOR UPDATE', [conversationId]);
  return {
    async waiting() {
      const { rows } = await watcher.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows[0]!.count;
    },
    async letGo() {
      await holder.query('COMMIT');
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}

describe('lines that one writer sends at once', () => {
  test('are stored and answered in the order in which they were sent', async () => {
    const { people, conversationId } = await makeWorld();
    const sent: string[] = [];
    const answered: string[] = [];
    for (const [half, person] of [people.expert, people.owner].entries()) {
      const browser = await listening(station, person, conversationId);
      for (let group = 0; group < 10; group += 1) {
        const lines = [1, 2, 3].map((line) => `Half ${half}, group ${group}, line ${line}`);
        sent.push(...lines);
        await Promise.all(
          lines.map(async (line) => answered.push(doneOf(await send(browser, conversationId, line)).body)),
        );
      }
    }
    expect(sent).toHaveLength(60);
    expect((await stored(conversationId)).map(({ body }) => body)).toEqual(sent);
    expect(answered).toEqual(sent);
  }, 90_000);
});

describe('a burst of sixty', () => {
  test('leaves no line without an answer, and says when to come again before anything is stored', async () => {
    const { people, conversationId } = await makeWorld();
    const browser = await listening(station, people.expert, conversationId);
    const held = await hold(conversationId);
    const answers: Answer[] = [];
    const burst = Array.from({ length: 60 }, async (_, at) => {
      const answer = await send(browser, conversationId, `Line ${at}`);
      answers.push(answer);
      return answer;
    });
    // Nothing can be stored yet: whatever has been answered was answered without the database.
    await vi.waitFor(() => expect(answers.length).toBeGreaterThanOrEqual(15), { timeout: 5_000 });
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, code: 'limited', retryAfterMs: expect.any(Number) });
    expect(await held.waiting()).toBe(1);
    await held.letGo();
    const all = await Promise.all(burst);
    const kept = all.flatMap((answer) => (answer.ok ? [answer.value.body] : []));
    expect(kept.length).toBeGreaterThanOrEqual(35);
    expect(kept.length + answers.filter((answer) => !answer.ok).length).toBe(60);
    expect((await stored(conversationId)).map(({ body }) => body)).toEqual(kept);
  }, 90_000);

  test('says how long it is until the next minute, where its person has spent this one', async () => {
    const { people, conversationId } = await makeWorld();
    const browser = await arrive(station, people.expert);
    const [limit] = limitsOf(MESSAGE_COMMANDS.send);
    for (let at = 0; at < limit!.points; at += 1) await spend(limit!, people.expert.personId);
    const answer = await send(browser, conversationId, 'Too much');
    expect(answer).toMatchObject({ ok: false, code: 'limited' });
    const { retryAfterMs = 0 } = answer as { retryAfterMs?: number };
    expect(retryAfterMs).toBeGreaterThan(1_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    expect(await stored(conversationId)).toEqual([]);
  }, 60_000);
});

describe('a conversation that is held', () => {
  test('holds one connection of a process, however many write to it, and no other conversation', async () => {
    const [busy, quiet] = [await makeWorld(), await makeWorld()];
    const { people, conversationId } = busy;
    const writers: Person[] = [
      people.owner,
      people.member,
      people.buyer,
      people.granter,
      people.expert,
      people.chatter,
    ];
    const browsers = await Promise.all([...writers, ...writers].map((one) => arrive(station, one)));
    const held = await hold(conversationId);
    const lines = browsers.map((browser, at) => send(browser, conversationId, `Line ${at}`));
    const forms = writers.map((one, at) => say(one, conversationId, `Form ${at}`));
    await vi.waitFor(async () => expect(await held.waiting()).toBeGreaterThanOrEqual(1));
    // More than the pool has connections: the rest of the process goes on all the same.
    const other = await arrive(station, quiet.people.expert);
    doneOf(await send(other, quiet.conversationId, 'Not held up'));
    await database().$queryRaw`SELECT 1`;
    expect(await held.waiting()).toBe(1);
    await held.letGo();
    for (const answer of await Promise.all([...lines, ...forms])) doneOf(answer);
    expect((await stored(conversationId)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 18 }, (_, at) => at + 1),
    );
  }, 90_000);
});
