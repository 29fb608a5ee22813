import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf } from '@/lib/platform/session/person';
import { afterEnrolling, changed } from './commands-authenticator';
import type { Confirmed } from './commands-confirm';
import { canEnrolPasskey, homeOf, PASSKEY_FAILED } from './rules';
import type {
  AskPasskeySignIn,
  EnrolPasskey,
  NamePasskey,
  OnePasskey,
  SignInByPasskey,
  UsePasskey,
} from './schema';
import * as sessions from './store';
import * as factors from './store-factors';
import * as store from './store-passkeys';
import { challengeIn, enrolOptions, handleOf, madePasskey, signOptions, usedPasskey } from './webauthn';

/** A failed answer is an outcome, not a refusal: its challenge is spent, so the transaction commits. */
const WRONG: Confirmed = { kind: 'wrong', message: PASSKEY_FAILED };
type Answer = { id: string; response: { clientDataJSON: string; userHandle?: string | undefined } };

/** What any passkey for us may sign to sign in. Nobody is asked who they are, and nothing is looked up. */
export async function askPasskeySignIn(tx: Tx, actor: Actor, input: AskPasskeySignIn) {
  authorise(actor, 'auth.askPasskeySignIn');
  const now = new Date();
  const options = await signOptions();
  await store.forgetChallenges(tx, now);
  const asked = { purpose: 'sign_in' as const, tabHash: hashOf(input.tabSecret) };
  await store.keepChallenge(tx, asked, options.challenge, now);
  return { options, tab: input.tabSecret };
}

/** Signs in whoever has the passkey. It proves as much as a step-up does, so it is one. */
export async function signInByPasskey(tx: Tx, actor: Actor, input: SignInByPasskey): Promise<Confirmed> {
  authorise(actor, 'auth.signInByPasskey');
  const now = new Date();
  const asked = { purpose: 'sign_in' as const, tabHash: hashOf(input.tab ?? '') };
  const { passkey, ownerId } = await verified(tx, asked, input.answer, now);
  if (!passkey) {
    if (ownerId) await failed(tx, actor, 'auth.signInFailed', ownerId);
    return WRONG;
  }
  const person = await sessions.personById(tx, passkey.personId);
  const { userAgent, address, before } = input;
  const proved = 'passkey';
  const session = await sessions.openSession(tx, {
    personId: person.id,
    userAgent,
    address,
    before,
    proved,
    now,
  });
  const detail = { by: proved };
  await audit(tx, actor, await tx.now(), { action: 'auth.signIn', object: 'person', id: person.id, detail });
  return { kind: 'in', ...session, to: input.next ?? homeOf(person) };
}

/** What one of the person's own passkeys is to sign. */
export async function askPasskeyConfirm(tx: Tx, actor: Actor) {
  authorise(actor, 'auth.askPasskeyConfirm');
  const { personId, sessionId } = personOf(actor);
  const passkeys = await store.passkeysOf(tx, personId);
  if (passkeys.length === 0) throw new Refusal(no('conflict', 'You have no passkey yet.'));
  const options = await signOptions(passkeys);
  await store.keepChallenge(tx, { purpose: 'step_up', sessionId }, options.challenge, new Date());
  return { options };
}

export async function confirmByPasskey(tx: Tx, actor: Actor, input: UsePasskey): Promise<Confirmed> {
  authorise(actor, 'auth.confirmByPasskey');
  const { personId, sessionId } = personOf(actor);
  const now = new Date();
  const asked = { purpose: 'step_up' as const, sessionId };
  const { passkey } = await verified(tx, asked, input.answer, now, personId);
  if (!passkey) {
    await failed(tx, actor, 'auth.confirmFailed', personId);
    return WRONG;
  }
  const entry = { action: 'auth.confirm', object: 'person', id: personId, detail: { by: 'passkey' } };
  await audit(tx, actor, await tx.now(), entry);
  const renewed = await sessions.stepUp(tx, { sessionId, proved: 'passkey', now });
  return { kind: 'in', ...renewed, to: input.next ?? '/settings/security' };
}

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
  await store.noteUse(tx, passkey.id, counter, now);
  return { passkey, ownerId: passkey.personId };
}

/** What a new passkey is to be made with. */
export async function askPasskey(tx: Tx, actor: Actor) {
  authorise(actor, 'auth.askPasskey');
  const person = personOf(actor);
  const { personId, sessionId } = person;
  const passkeys = await store.passkeysOf(tx, personId);
  insist(canEnrolPasskey(passkeys.length));
  const options = await enrolOptions(person, passkeys);
  await store.keepChallenge(tx, { purpose: 'enrol', sessionId }, options.challenge, new Date());
  return { options };
}

export async function enrolPasskey(tx: Tx, actor: Actor, input: EnrolPasskey): Promise<Confirmed> {
  authorise(actor, 'auth.enrolPasskey');
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
  await store.keepPasskey(tx, { personId, ...made, name: input.name, createdAt: now });
  const { codes } = await factors.factorsOf(tx, personId);
  await changed(tx, person, 'auth.enrolPasskey');
  const renewed = await sessions.stepUp(tx, { sessionId, proved: 'passkey', now });
  return { kind: 'in', ...renewed, to: afterEnrolling(codes, input.next) };
}

export async function renamePasskey(
  tx: Tx,
  actor: Actor,
  input: NamePasskey,
): Promise<{ passkeyId: string }> {
  authorise(actor, 'auth.renamePasskey');
  const { personId } = personOf(actor);
  const { passkeyId: id, name } = input;
  if ((await store.renamePasskey(tx, { id, personId, name })) === 0) throw none();
  await audit(tx, actor, await tx.now(), { action: 'auth.renamePasskey', object: 'person', id: personId });
  return { passkeyId: id };
}

export async function removePasskey(tx: Tx, actor: Actor, input: OnePasskey): Promise<{ passkeyId: string }> {
  authorise(actor, 'auth.removePasskey');
  const person = personOf(actor);
  const { personId } = person;
  await factors.lockFactors(tx, personId);
  if ((await store.removePasskey(tx, { id: input.passkeyId, personId })) === 0) throw none();
  await changed(tx, person, 'auth.removePasskey');
  return { passkeyId: input.passkeyId };
}

const none = () => new Refusal(no('not_found', 'There is no such passkey of yours.'));
