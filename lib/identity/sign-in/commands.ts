import { readId } from '@/lib/core/id';
import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { FACTOR_CHECKS } from '@/lib/identity/factors/commands';
import { MOST_TRIES } from '@/lib/identity/factors/rules';
import { lockFactors } from '@/lib/identity/factors/store';
import { failed, verified, WRONG } from '@/lib/identity/passkeys/commands';
import { PASSKEY_FAILED } from '@/lib/identity/passkeys/rules';
import * as passkeys from '@/lib/identity/passkeys/store';
import { signOptions } from '@/lib/identity/passkeys/webauthn';
import type { Confirmed } from '@/lib/identity/sessions/store';
import * as sessions from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { codeHashOf, networkHashOf, sameHash } from '@/lib/platform/session/codes';
import { hashOf } from '@/lib/platform/session/person';
import { sendSignIn } from './jobs';
import { SIGN_IN_COMMANDS } from './rights';
import { canAsk, canSignIn, canTryCode, factorPage, homeOf } from './rules';
import type {
  AskPasskeyFactor,
  AskPasskeySignIn,
  AskSignIn,
  GiveFactor,
  GiveFactorByPasskey,
  SignIn,
  SignInByPasskey,
} from './schema';
import * as store from './store';

/**
 * Asks for a mail with a link and a code. Who owns the address is not looked up, so that known and unknown ones get the
 * same answer in the same time.
 */
export async function askSignIn(tx: Tx, actor: Actor, input: AskSignIn): Promise<{ tab: string }> {
  authorise(actor, SIGN_IN_COMMANDS.askSignIn);
  const { email, next, tabSecret } = input;
  const now = new Date();
  const networkHash = networkHashOf(env.NEXTAUTH_SECRET, input.network);
  insist(canAsk(await store.askedLately(tx, { email, networkHash, now })));
  const id = await store.insertSignIn(tx, { email, next, tabHash: hashOf(tabSecret), networkHash, now });
  // Without a key of its own it would be the same job as another person's that has not begun.
  await enqueue(tx, sendSignIn, { signInId: id }, { key: id });
  return { tab: `${id}.${tabSecret}` };
}

/** A wrong code is an outcome, not a refusal: that it was tried must be kept, so the transaction commits. */
export type SignedIn =
  | ({ kind: 'in'; to: string } & sessions.Opened)
  | { kind: 'wrong'; triesLeft: number; signInId: string };

/** Signs in by the link of the mail, or by its code in the tab that asked. Whoever has the address is made if they are new. */
export async function signIn(tx: Tx, actor: Actor, input: SignIn): Promise<SignedIn> {
  authorise(actor, SIGN_IN_COMMANDS.signIn);
  const now = new Date();
  const signIn = input.token
    ? await store.lockedSignIn(tx, { linkHash: hashOf(input.token) })
    : await inTab(tx, input.tab);
  insist(canSignIn(signIn, now));
  const { id, email, codeHash, next } = signIn!;
  if (!input.token) {
    insist(canTryCode(signIn!, await store.wrongLately(tx, { ...signIn!, now })));
    if (!sameHash(codeHash, codeHashOf(env.NEXTAUTH_SECRET, id, input.code ?? '')))
      return { kind: 'wrong', triesLeft: MOST_TRIES - (await store.updateTries(tx, id)), signInId: id };
  }
  await store.spendSignIn(tx, id, now);
  const person = await store.ensurePerson(tx, email, now);
  const { userAgent, address, before } = input;
  // Whoever has just read the mail has proved as much as a code by e-mail does.
  const proved = 'email';
  const session = await sessions.insertSession(tx, {
    personId: person.id,
    userAgent,
    address,
    before,
    proved,
    now,
  });
  const detail = { by: input.token ? 'link' : 'code' };
  const action = session.awaitsFactor ? 'auth.awaitFactor' : 'auth.signIn';
  await audit(tx, actor, await tx.now(), { action, object: 'person', id: person.id, detail });
  const to = next ?? homeOf(person);
  return { kind: 'in', ...session, to: session.awaitsFactor ? factorPage(to) : to };
}

/** What the tab's cookie stands for. A code without it is refused before it is looked at: it would be a guess. */
async function inTab(tx: Tx, cookie: string | undefined) {
  const [id, secret] = (cookie ?? '').split('.');
  const signIn = id && readId(id) ? await store.lockedSignIn(tx, { id }) : null;
  if (signIn && secret && sameHash(signIn.tabHash, hashOf(secret))) return signIn;
  throw new Refusal(
    no(
      'forbidden',
      'A code works only in the tab where you asked for it. Open the link in the email, or ask again here.',
    ),
  );
}

/** What any passkey for us may sign to sign in. Nobody is asked who they are, and nothing is looked up. */
export async function askPasskeySignIn(tx: Tx, actor: Actor, input: AskPasskeySignIn) {
  authorise(actor, SIGN_IN_COMMANDS.askPasskeySignIn);
  const now = new Date();
  const options = await signOptions();
  await passkeys.deleteChallenges(tx, now);
  const asked = { purpose: 'sign_in' as const, tabHash: hashOf(input.tabSecret) };
  await passkeys.insertChallenge(tx, asked, options.challenge, now);
  return { options, tab: input.tabSecret };
}

/** Signs in whoever has the passkey. It proves as much as a step-up does, so it is one. */
export async function signInByPasskey(tx: Tx, actor: Actor, input: SignInByPasskey): Promise<Confirmed> {
  authorise(actor, SIGN_IN_COMMANDS.signInByPasskey);
  const now = new Date();
  const asked = { purpose: 'sign_in' as const, tabHash: hashOf(input.tab ?? '') };
  const { passkey, ownerId } = await verified(tx, asked, input.answer, now);
  if (!passkey) {
    if (ownerId) await failed(tx, actor, 'auth.signInFailed', ownerId);
    return WRONG;
  }
  const person = await store.personById(tx, passkey.personId);
  const { userAgent, address, before } = input;
  const proved = 'passkey';
  const session = await sessions.insertSession(tx, {
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

/** The second factor at sign-in. Until it was given the session is nobody's, so these calls know it by its cookie alone. */

type Waiting = NonNullable<Awaited<ReturnType<typeof sessions.awaitingSession>>>;

/** Held behind its person's factors: calls about them wait for each other, and this is one. */
async function waitingFor(tx: Tx, token: string | null | undefined, now: Date): Promise<Waiting> {
  const seen = token ? await sessions.awaitingSession(tx, hashOf(token), now) : null;
  if (seen) await lockFactors(tx, seen.personId);
  const waiting = seen && (await sessions.lockedAwaitingSession(tx, hashOf(token!), now));
  if (!waiting) throw new Refusal(no('conflict', 'This sign-in has ended. Start again.'));
  return waiting;
}

/** Gives the factor by a code of the app or for recovery. Too many wrong ones end the sign-in, and nothing else. */
export async function giveFactor(tx: Tx, actor: Actor, input: GiveFactor): Promise<Confirmed> {
  authorise(actor, SIGN_IN_COMMANDS.giveFactor);
  const now = new Date();
  const { way, code, before, next } = input;
  const waiting = await waitingFor(tx, before, now);
  const wrong = await FACTOR_CHECKS[way](tx, waiting.personId, code, now);
  if (!wrong) return finish(tx, actor, { waiting, by: way, next, now });
  await failed(tx, actor, 'auth.giveFactorFailed', waiting.personId, way);
  const about = waiting.id;
  if ((await sessions.updateFactorTries(tx, about)) < MOST_TRIES)
    return { kind: 'wrong', message: wrong, about };
  await sessions.deleteSessions(tx, { id: about, personId: waiting.personId });
  return { kind: 'wrong', message: 'Too many wrong codes, so this sign-in has ended. Start again.', about };
}

/** What one of the person's own passkeys is to sign. */
export async function askPasskeyFactor(tx: Tx, actor: Actor, input: AskPasskeyFactor) {
  authorise(actor, SIGN_IN_COMMANDS.askPasskeyFactor);
  const now = new Date();
  const { id: sessionId, personId } = await waitingFor(tx, input.before, now);
  const known = await passkeys.passkeysOf(tx, personId);
  if (known.length === 0) throw new Refusal(no('conflict', 'You don’t have a passkey yet.'));
  const options = await signOptions(known);
  await passkeys.insertChallenge(tx, { purpose: 'step_up', sessionId }, options.challenge, now);
  return { options };
}

/** A passkey cannot be guessed: a wrong one is noted and counts for nothing. */
export async function giveFactorByPasskey(
  tx: Tx,
  actor: Actor,
  input: GiveFactorByPasskey,
): Promise<Confirmed> {
  authorise(actor, SIGN_IN_COMMANDS.giveFactorByPasskey);
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
  const renewed = await sessions.updateSignedIn(tx, { sessionId, proved: by, now });
  const entry = { action: 'auth.signIn', object: 'person', id: personId, detail: { by } };
  await audit(tx, actor, await tx.now(), entry);
  return { kind: 'in', ...renewed, to: next ?? homeOf(await store.personById(tx, personId)) };
}
