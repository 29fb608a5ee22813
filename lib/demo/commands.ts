import { found } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { insertSession } from '@/lib/identity/sessions/store';
import { homeOf } from '@/lib/identity/sign-in/rules';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { DEMO_PEOPLE } from './people';
import { DEMO_COMMANDS } from './rights';
import type { EnterDemo, MoveClock } from './schema';
import * as store from './store';

/** Whether this is a demo. Elsewhere none of this exists, whatever page or door it is reached by. */
function inDemo(): void {
  found(env.MODE === 'demo' ? true : null, 'page');
}

/** Signs in as one of the demo's three people, without a mail. */
export async function enterDemo(
  tx: Tx,
  actor: Actor,
  input: EnterDemo,
): Promise<{ token: string; expires: Date; to: string }> {
  inDemo();
  authorise(actor, DEMO_COMMANDS.enterDemo);
  const { email } = DEMO_PEOPLE[input.as];
  const person = found(await store.personBy(tx, email), 'person: the demo world has not been made');
  const { userAgent, address, before } = input;
  const opening = { personId: person.id, userAgent, address, before, asksNothing: true, now: new Date() };
  const session = await insertSession(tx, opening);
  await audit(tx, actor, await tx.now(), { action: 'auth.enterDemo', object: 'person', id: person.id });
  return { ...session, to: input.next ?? homeOf(person) };
}

/**
 * Moves the application's time forward. Postgres refuses where the database is not marked as a demo, and wakes the
 * sweeps at commit. Answers how far the clock is ahead now, in milliseconds.
 */
export async function moveClock(tx: Tx, actor: Actor, input: MoveClock): Promise<{ offsetMs: number }> {
  inDemo();
  authorise(actor, DEMO_COMMANDS.moveClock);
  const offsetMs = await store.updateClock(tx, input.ms);
  const detail = { byMs: input.ms, offsetMs };
  await audit(tx, actor, await tx.now(), { action: 'demo.moveClock', object: 'clock', id: null, detail });
  return { offsetMs };
}
