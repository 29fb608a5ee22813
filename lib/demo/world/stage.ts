import type { z } from 'zod';
import { type Actor, NOBODY, type Person } from '@/lib/core/rights';
import { HOUR } from '@/lib/core/time';
import * as factors from '@/lib/identity/factors/commands';
import { AppCode, Nothing, Onward } from '@/lib/identity/factors/schema';
import { unsealed } from '@/lib/identity/factors/secrets';
import { codeOfStep, stepAt } from '@/lib/identity/factors/totp';
import * as people from '@/lib/identity/people/commands';
import { PERSON_COMMANDS } from '@/lib/identity/people/rights';
import { Rename } from '@/lib/identity/people/schema';
import { insertSession } from '@/lib/identity/sessions/store';
import { ensurePerson } from '@/lib/identity/sign-in/store';
import { database } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/transaction';
import { pass } from '@/lib/platform/doors/pass';
import { perform } from '@/lib/platform/doors/perform';
import type { Call } from '@/lib/platform/doors/registry';
import { env } from '@/lib/platform/env';
import { hashOf, personOfSession } from '@/lib/platform/session/person';

/** Where the demo world's story is told from: people act through the same commands as everybody, at a time that is set. */

/** Sets the application's clock so many hours before now. As the database's owner: nobody else may. */
export async function setClock(hoursAgo: number): Promise<void> {
  const offset = BigInt(-Math.round(hoursAgo * HOUR));
  await database().clock.update({ where: { id: 1 }, data: { offsetMs: offset } });
}

/**
 * Signs a person in who proved their address, as a sign-in does, and gives them their name and time zone. They have just
 * proved with a passkey that it is them, as the story's people do before they accept and approve.
 */
export async function arrive(name: string, email: string, timeZone: string): Promise<Person> {
  const now = new Date();
  const { token } = await perform(NOBODY, async (tx) => {
    const person = await ensurePerson(tx, email, now);
    return insertSession(tx, { personId: person.id, now, proved: 'passkey', userAgent: 'demo world' });
  });
  const viewer = await again(token);
  await act(viewer, people.rename, Rename, { name, timeZone, theme: 'system' });
  return again(token);
}

/** The same person with the memberships of this moment. */
export async function renewed(person: Person): Promise<Person> {
  const viewer = await personOfSession(database(), { id: person.sessionId });
  if (viewer.kind !== 'person') throw new Error("the demo world's session has ended");
  return viewer;
}

async function again(token: string): Promise<Person> {
  const viewer = await personOfSession(database(), { tokenHash: hashOf(token) });
  if (viewer.kind !== 'person') throw new Error('no one is signed in');
  return viewer;
}

/** Runs a command as a door does: parsed by its schema, refused by its rules. A refusal here is a mistake in the story. */
export async function act<Schema extends z.ZodType, Value>(
  actor: Actor,
  command: (tx: Tx, actor: Actor, input: z.output<Schema>) => Promise<Value>,
  schema: Schema,
  input: z.input<Schema>,
): Promise<Value> {
  const call: Call<Schema, Value> = { may: PERSON_COMMANDS.rename, schema, command };
  const outcome = await pass(call, actor, input);
  if (outcome.ok) return outcome.value;
  throw new Error(`${command.name}: ${outcome.message} ${JSON.stringify(outcome.fields ?? {})}`);
}

/** Sets up an authenticator app for the person, by the commands of the pages, with the first code that it shows, and recovery codes. */
export async function giveAuthenticator(person: Person): Promise<void> {
  const { personId } = person;
  await act(person, factors.enrolAuthenticator, Onward, {});
  const { secret } = await database().authenticator.findUniqueOrThrow({ where: { personId } });
  const code = codeOfStep(unsealed(env.NEXTAUTH_SECRET, personId, secret), stepAt(new Date()));
  await act(person, factors.confirmAuthenticator, AppCode, { code });
  await act(person, factors.makeRecoveryCodes, Nothing, {});
}

/** The same numbers at every start: a world that one can talk about. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
