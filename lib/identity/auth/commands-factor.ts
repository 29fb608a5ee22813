import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf } from '@/lib/platform/session/person';
import { type Confirmed, FACTOR_CHECKS } from './commands-confirm';
import { failed, verified } from './commands-passkey';
import { canAskLater, homeOf, MOST_TRIES, PASSKEY_FAILED } from './rules';
import type { AskPasskeyFactor, GiveFactor, GiveFactorByPasskey } from './schema';
import * as sessions from './store';
import * as factors from './store-factors';
import * as store from './store-passkeys';
import { signOptions } from './webauthn';

/** The second factor at sign-in. Until it was given the session is nobody's, so these calls know it by its cookie alone. */

type Waiting = NonNullable<Awaited<ReturnType<typeof sessions.awaitingSession>>>;

async function waitingFor(tx: Tx, token: string | null | undefined, now: Date): Promise<Waiting> {
  const waiting = token ? await sessions.awaitingSession(tx, hashOf(token), now) : null;
  if (!waiting) throw new Refusal(no('conflict', 'This sign-in is over. Start again.'));
  return waiting;
}

/** Gives the factor by a code of the app or for recovery. Too many wrong ones end the sign-in, and nothing else. */
export async function giveFactor(tx: Tx, actor: Actor, input: GiveFactor): Promise<Confirmed> {
  authorise(actor, 'auth.giveFactor');
  const now = new Date();
  const { way, code, before, next } = input;
  const waiting = await waitingFor(tx, before, now);
  const wrong = await FACTOR_CHECKS[way](tx, waiting.personId, code, now);
  if (!wrong) return finish(tx, actor, { waiting, by: way, next, now });
  await failed(tx, actor, 'auth.giveFactorFailed', waiting.personId, way);
  const about = waiting.id;
  if ((await sessions.countFactorTry(tx, about)) < MOST_TRIES)
    return { kind: 'wrong', message: wrong, about };
  await sessions.endSession(tx, { id: about, personId: waiting.personId });
  return { kind: 'wrong', message: 'Too many wrong codes, so this sign-in is over. Start again.', about };
}

/** What one of the person's own passkeys is to sign. */
export async function askPasskeyFactor(tx: Tx, actor: Actor, input: AskPasskeyFactor) {
  authorise(actor, 'auth.askPasskeyFactor');
  const now = new Date();
  const { id: sessionId, personId } = await waitingFor(tx, input.before, now);
  const passkeys = await store.passkeysOf(tx, personId);
  if (passkeys.length === 0) throw new Refusal(no('conflict', 'You have no passkey yet.'));
  const options = await signOptions(passkeys);
  await store.keepChallenge(tx, { purpose: 'step_up', sessionId }, options.challenge, now);
  return { options };
}

/** A passkey cannot be guessed: a wrong one is noted and counts for nothing. */
export async function giveFactorByPasskey(
  tx: Tx,
  actor: Actor,
  input: GiveFactorByPasskey,
): Promise<Confirmed> {
  authorise(actor, 'auth.giveFactorByPasskey');
  const now = new Date();
  const { answer, before, next } = input;
  const waiting = await waitingFor(tx, before, now);
  const { id: sessionId, personId } = waiting;
  const { passkey } = await verified(tx, { purpose: 'step_up', sessionId }, answer, now, personId);
  if (passkey) return finish(tx, actor, { waiting, by: 'passkey', next, now });
  await failed(tx, actor, 'auth.giveFactorFailed', personId, 'passkey');
  return { kind: 'wrong', message: PASSKEY_FAILED, about: sessionId };
}

type Given = {
  waiting: Waiting;
  by: 'passkey' | 'authenticator' | 'recovery';
  next: string | null;
  now: Date;
};

/** From here on the session is the person's, under another token. The factor counts as a fresh proof, too. */
async function finish(tx: Tx, actor: Actor, { waiting, by, next, now }: Given): Promise<Confirmed> {
  const { id: sessionId, personId } = waiting;
  const renewed = await sessions.finishSignIn(tx, { sessionId, proved: by, now });
  const entry = { action: 'auth.signIn', object: 'person', id: personId, detail: { by } };
  await audit(tx, actor, await tx.now(), entry);
  return { kind: 'in', ...renewed, to: next ?? homeOf(await sessions.personById(tx, personId)) };
}

/** The stronger of the two: takes nothing but a press. */
export async function askFactorAtSignIn(tx: Tx, actor: Actor): Promise<{ personId: string }> {
  return choose(tx, actor, 'auth.askFactorAtSignIn', true);
}

/** Whoever has the mailbox is signed in by it again, so this takes a fresh proof by what is enrolled. */
export async function askFactorLater(tx: Tx, actor: Actor): Promise<{ personId: string }> {
  authorise(actor, 'auth.askFactorLater');
  insist(canAskLater(personOf(actor)));
  return choose(tx, actor, 'auth.askFactorLater', false);
}

async function choose(
  tx: Tx,
  actor: Actor,
  action: 'auth.askFactorAtSignIn' | 'auth.askFactorLater',
  atSignIn: boolean,
): Promise<{ personId: string }> {
  authorise(actor, action);
  const { personId } = personOf(actor);
  await factors.setFactorAtSignIn(tx, personId, atSignIn);
  await audit(tx, actor, await tx.now(), { action, object: 'person', id: personId });
  return { personId };
}
