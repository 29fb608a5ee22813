import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Actor, NOBODY, type Person, type Viewer } from '@/lib/core/rights';
import { MINUTE } from '@/lib/core/time';
import * as factors from '@/lib/identity/factors/commands';
import { FACTOR_COMMANDS } from '@/lib/identity/factors/rights';
import { AppCode } from '@/lib/identity/factors/schema';
import { issueTicket } from '@/lib/identity/sessions/commands';
import { SESSION_COMMANDS } from '@/lib/identity/sessions/rights';
import * as stepUp from '@/lib/identity/step-up/commands';
import { STEP_UP_COMMANDS } from '@/lib/identity/step-up/rights';
import { Confirm } from '@/lib/identity/step-up/schema';
import { database } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/transaction';
import { knock } from '@/lib/platform/doors/knock';
import { limitsOf, USUAL } from '@/lib/platform/limits/defaults';
import type { Limit } from '@/lib/platform/limits/limit';
import { metrics } from '@/lib/platform/metrics/metrics';
import { giveAuthenticator } from '@/tests/fixtures/factors';
import { codeOf } from '@/tests/fixtures/outcome';
import { makePerson, viewerOf } from '@/tests/fixtures/world';

/** What this process's log says from here on. */
const lines: Record<string, unknown>[] = [];
const kept = globalThis as { groundcrewLog?: unknown };
const before = kept.groundcrewLog;
beforeEach(() => {
  lines.length = 0;
  kept.groundcrewLog = pino(
    { level: 'info' },
    { write: (line: string) => void lines.push(JSON.parse(line)) },
  );
});
afterEach(() => {
  kept.groundcrewLog = before;
});

const countOf = async (door: string, code: string) =>
  (await metrics().refusals.get()).values.find(({ labels }) => labels.door === door && labels.code === code)
    ?.value ?? 0;

const CONFIRM = { may: STEP_UP_COMMANDS.confirm, schema: Confirm, command: stepUp.confirm } as const;
const at = (viewer: Viewer, raw: object, more: { network?: string; limits?: Limit[] } = {}) =>
  knock(CONFIRM, {
    callId: crypto.randomUUID(),
    network: more.network ?? '192.0.2.9',
    viewer: async () => viewer,
    limits: more.limits ?? [],
    input: async () => raw,
    wrong: (value) => (value.kind === 'wrong' ? { field: 'code', ...value } : null),
  });
const failuresOf = (personId: string) =>
  database().auditEntry.findMany({
    where: { objectId: personId, action: { endsWith: 'Failed' } },
    orderBy: { id: 'asc' },
  });

async function somebody(): Promise<Person> {
  return viewerOf(database(), await makePerson(database(), 'Refused Person'));
}

describe('what is refused at a door', () => {
  test('is logged with the person, their session, network and door, and counted', async () => {
    const person = await somebody();
    const count = await countOf('auth.confirm', 'conflict');
    expect(codeOf(await at(person, { way: 'email', code: '123456' }))).toBe('conflict');
    const { personId, sessionId } = person;
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'refused',
        door: 'auth.confirm',
        code: 'conflict',
        personId,
        sessionId,
        network: '192.0.2.9',
      }),
    );
    expect(await countOf('auth.confirm', 'conflict')).toBe(count + 1);
  });

  test('is counted as well where nobody is signed in, or the input is not even read', async () => {
    const before = await countOf('auth.ticket', 'unauthenticated');
    const call = {
      may: SESSION_COMMANDS.ticket,
      schema: z.object({}),
      command: (tx: Tx, actor: Actor) => issueTicket(tx, actor),
    } as const;
    await knock(call, {
      callId: 'a call',
      network: '192.0.2.9',
      limits: limitsOf(SESSION_COMMANDS.ticket),
      viewer: async () => NOBODY,
      input: async () => ({}),
    });
    expect(await countOf('auth.ticket', 'unauthenticated')).toBe(before + 1);
    expect(lines).toContainEqual(
      expect.objectContaining({ door: 'auth.ticket', personId: null, network: '192.0.2.9' }),
    );
    const invalid = await countOf('auth.confirm', 'invalid');
    await at(await somebody(), { way: 'email', code: 'x' });
    expect(await countOf('auth.confirm', 'invalid')).toBe(invalid + 1);
  });

  test('a wrong code is a refusal at its field, logged and counted as wrong, and in the audit', async () => {
    const person = await somebody();
    await giveAuthenticator(person.personId);
    const count = await countOf('auth.confirm', 'wrong');
    const outcome = await at(person, { way: 'authenticator', code: '000000' });
    expect(outcome).toMatchObject({ ok: false, code: 'invalid', fields: { code: expect.any(String) } });
    expect(await countOf('auth.confirm', 'wrong')).toBe(count + 1);
    expect(lines).toContainEqual(expect.objectContaining({ code: 'wrong', personId: person.personId }));
    expect(JSON.stringify(lines)).not.toContain('000000');
    expect(await failuresOf(person.personId)).toMatchObject([
      { action: 'auth.confirmFailed', personId: person.personId, detail: { by: 'authenticator' } },
    ]);
  });

  test('a factor check that was refused is in the audit although its own transaction is gone', async () => {
    const person = await somebody();
    expect(codeOf(await at(person, { way: 'email', code: '123456' }))).toBe('conflict');
    expect(await failuresOf(person.personId)).toMatchObject([
      { action: 'auth.confirmFailed', detail: { code: 'conflict', network: '192.0.2.x' } },
    ]);
    const call = {
      may: FACTOR_COMMANDS.confirmAuthenticator,
      schema: AppCode,
      command: factors.confirmAuthenticator,
    } as const;
    await knock(call, {
      callId: 'another call',
      network: null,
      limits: limitsOf(FACTOR_COMMANDS.confirmAuthenticator),
      viewer: async () => person,
      input: async () => ({ code: '123456' }),
    });
    expect((await failuresOf(person.personId)).map(({ action }) => action)).toEqual([
      'auth.confirmFailed',
      'auth.confirmAuthenticatorFailed',
    ]);
  });
});

test('guesses in a person’s name from one network leave those of their own network', async () => {
  const person = await somebody();
  const limits: Limit[] = [
    { name: `guesses ${person.personId}`, points: 3, within: 10 * MINUTE, network: 'apart' },
  ];
  const guess = (network: string) => at(person, { way: 'recovery', code: 'aaaaaaaaaa' }, { network, limits });
  for (let times = 0; times < 3; times += 1) expect(codeOf(await guess('192.0.2.1'))).toBe('invalid');
  expect(codeOf(await guess('192.0.2.1'))).toBe('limited');
  expect(codeOf(await guess('198.51.100.7'))).toBe('invalid');
});

test('a door that states no limit lets each person through so often, and each network where nobody is signed in', async () => {
  const [person, other] = [await somebody(), await somebody()];
  const call = {
    may: SESSION_COMMANDS.ticket,
    schema: z.object({}),
    command: async (_tx: Tx, actor: Actor) => actor.kind,
  } as const;
  const at = (viewer: Viewer, network: string) =>
    knock(call, {
      callId: 'a call',
      network,
      limits: limitsOf(SESSION_COMMANDS.ticket),
      viewer: async () => viewer,
      input: async () => ({}),
    });
  for (let times = 0; times < USUAL.points; times += 1)
    expect(await at(person, '192.0.2.1')).toMatchObject({ ok: true });
  expect(codeOf(await at(person, '192.0.2.1'))).toBe('limited');
  // Of their own network and of none: a person's budget goes with them, and is nobody else's.
  expect(codeOf(await at(person, '198.51.100.7'))).toBe('limited');
  expect(await at(other, '192.0.2.1')).toMatchObject({ ok: true });
  const network = `203.0.113.${process.pid % 250}`;
  for (let times = 0; times < USUAL.points; times += 1)
    expect(codeOf(await at(NOBODY, network))).toBe('unauthenticated');
  expect(codeOf(await at(NOBODY, network))).toBe('limited');
  expect(await at(other, network)).toMatchObject({ ok: true });
});
