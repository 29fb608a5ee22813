import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { afterEnrolling, changed } from '@/lib/identity/factors/commands';
import * as factors from '@/lib/identity/factors/store';
import type { Confirmed } from '@/lib/identity/sessions/store';
import * as sessions from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { PASSKEY_COMMANDS } from './rights';
import { canEnrolPasskey, PASSKEY_FAILED } from './rules';
import type { EnrolPasskey, NamePasskey, OnePasskey } from './schema';
import * as store from './store';
import { challengeIn, enrolOptions, handleOf, madePasskey, usedPasskey } from './webauthn';

/** A failed answer is an outcome, not a refusal: its challenge is spent, so the transaction commits. */
export const WRONG: Confirmed = { kind: 'wrong', message: PASSKEY_FAILED };

type Answer = { id: string; response: { clientDataJSON: string; userHandle?: string | undefined } };

/** Keeps in the audit that a factor was not right. */
export async function failed(
  tx: Tx,
  actor: Actor,
  action: string,
  personId: string,
  by = 'passkey',
): Promise<void> {
  const entry = { action, object: 'person', id: personId, detail: { by } };
  await audit(tx, actor, await tx.now(), entry);
}

/** The passkey that has answered, its counter gone on; null where anything about it is not right. `ownerId`: whose it said it is. */
export async function verified(tx: Tx, asked: store.Asked, answer: Answer, now: Date, owner?: string) {
  const challenge = challengeIn(answer.response.clientDataJSON);
  if (!challenge || !(await store.spendChallenge(tx, asked, challenge, now)))
    return { passkey: null, ownerId: null };
  const passkey = await store.lockedPasskey(tx, answer.id);
  const counter = await usedPasskey(answer, challenge, passkey);
  const wrong = { passkey: null, ownerId: passkey?.personId ?? null };
  if (!passkey || counter === null || (owner && passkey.personId !== owner)) return wrong;
  const { userHandle } = answer.response;
  const handle = Buffer.from(handleOf(passkey.personId)).toString('base64url');
  if (userHandle && userHandle !== handle) return wrong;
  await store.updateUse(tx, passkey.id, counter, now);
  return { passkey, ownerId: passkey.personId };
}

/** What a new passkey is to be made with. */
export async function askPasskey(tx: Tx, actor: Actor) {
  authorise(actor, PASSKEY_COMMANDS.askPasskey);
  const person = personOf(actor);
  const { personId, sessionId } = person;
  const passkeys = await store.passkeysOf(tx, personId);
  insist(canEnrolPasskey(passkeys.length));
  const options = await enrolOptions(person, passkeys);
  await store.insertChallenge(tx, { purpose: 'enrol', sessionId }, options.challenge, new Date());
  return { options };
}

export async function enrolPasskey(tx: Tx, actor: Actor, input: EnrolPasskey): Promise<Confirmed> {
  authorise(actor, PASSKEY_COMMANDS.enrolPasskey);
  const person = personOf(actor);
  const { personId, sessionId } = person;
  const now = new Date();
  await factors.lockFactors(tx, personId);
  const challenge = challengeIn(input.answer.response.clientDataJSON);
  if (!challenge || !(await store.spendChallenge(tx, { purpose: 'enrol', sessionId }, challenge, now)))
    return WRONG;
  const made = await madePasskey(input.answer, challenge);
  if (!made) return WRONG;
  insist(canEnrolPasskey((await store.passkeysOf(tx, personId)).length));
  await store.insertPasskey(tx, { personId, ...made, name: input.name, createdAt: now });
  const { codes } = await factors.factorsOf(tx, personId);
  await changed(tx, person, 'auth.enrolPasskey');
  const renewed = await sessions.updateProved(tx, { sessionId, proved: 'passkey', now });
  return { kind: 'in', ...renewed, to: afterEnrolling(codes, input.next) };
}

export async function renamePasskey(
  tx: Tx,
  actor: Actor,
  input: NamePasskey,
): Promise<{ passkeyId: string }> {
  authorise(actor, PASSKEY_COMMANDS.renamePasskey);
  const { personId } = personOf(actor);
  const { passkeyId: id, name } = input;
  if ((await store.updatePasskeyName(tx, { id, personId, name })) === 0) throw none();
  await audit(tx, actor, await tx.now(), { action: 'auth.renamePasskey', object: 'person', id: personId });
  return { passkeyId: id };
}

export async function removePasskey(tx: Tx, actor: Actor, input: OnePasskey): Promise<{ passkeyId: string }> {
  authorise(actor, PASSKEY_COMMANDS.removePasskey);
  const person = personOf(actor);
  const { personId } = person;
  await factors.lockFactors(tx, personId);
  if ((await store.deletePasskey(tx, { id: input.passkeyId, personId })) === 0) throw none();
  await changed(tx, person, 'auth.removePasskey');
  return { passkeyId: input.passkeyId };
}

const none = () => new Refusal(no('not_found', 'This passkey isn’t on your account.'));
