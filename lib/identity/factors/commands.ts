import { found, insist, no, Refusal } from '@/lib/core/refusal';
import type { Command } from '@/lib/core/rights';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import type { Confirmed } from '@/lib/identity/sessions/store';
import * as sessions from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { codeHashOf } from '@/lib/platform/session/codes';
import { FACTOR_COMMANDS } from './rights';
import { canAskLater, canEnrolAuthenticator, MOST_MISSES, missesOf, RECOVERY_CODES } from './rules';
import type { AppCode, Onward } from './schema';
import { newRecoveryCode, sealed, tidyRecoveryCode, unsealed } from './secrets';
import * as store from './store';
import { newTotpSecret, type PendingSecret, pendingOf, stepOfCode } from './totp';

/** Makes a secret for an authenticator app. It counts once a first code has proved that the app has it. */
export async function enrolAuthenticator(
  tx: Tx,
  actor: Actor,
  input: Onward,
): Promise<{ next: string | null; pending: PendingSecret }> {
  authorise(actor, FACTOR_COMMANDS.enrolAuthenticator);
  const { personId, email } = personOf(actor);
  await store.lockFactors(tx, personId);
  const { authenticator } = await store.factorsOf(tx, personId);
  insist(canEnrolAuthenticator(authenticator));
  const secret = newTotpSecret();
  await store.saveSecret(tx, personId, sealed(env.NEXTAUTH_SECRET, personId, secret), new Date());
  return { next: input.next, pending: pendingOf(secret, email) };
}

/** The first code: from here on the app is a way to confirm. Whoever has just shown it has proved themselves with it. */
export async function confirmAuthenticator(tx: Tx, actor: Actor, input: AppCode): Promise<Confirmed> {
  authorise(actor, FACTOR_COMMANDS.confirmAuthenticator);
  const person = personOf(actor);
  const now = new Date();
  await store.lockFactors(tx, person.personId);
  const { authenticator, codes } = await store.factorsOf(tx, person.personId);
  const pending = found(authenticator, 'secret to confirm');
  insist(canEnrolAuthenticator(pending));
  const wrong = await spendAppCode(tx, pending, input.code, now, now);
  if (wrong) {
    const entry = { action: 'auth.confirmAuthenticatorFailed', object: 'person', id: person.personId };
    await audit(tx, actor, await tx.now(), entry);
    return { kind: 'wrong', message: wrong };
  }
  await changed(tx, person, 'auth.confirmAuthenticator');
  const renewed = await sessions.updateProved(tx, {
    sessionId: person.sessionId,
    proved: 'authenticator',
    now,
  });
  return { kind: 'in', ...renewed, to: afterEnrolling(codes, input.next) };
}

/** Where somebody goes who has enrolled: on with what they came from; every page reminds them of recovery codes until they have some. */
export function afterEnrolling(codes: number, next: string | null): string {
  return next ?? (codes === 0 ? '/settings/security/recovery' : '/settings/security?changed=1');
}

export async function removeAuthenticator(tx: Tx, actor: Actor): Promise<{ personId: string }> {
  authorise(actor, FACTOR_COMMANDS.removeAuthenticator);
  const person = personOf(actor);
  await store.lockFactors(tx, person.personId);
  if ((await store.deleteAuthenticator(tx, person.personId)) === 0)
    throw new Refusal(no('not_found', 'No authenticator app is set up.'));
  await changed(tx, person, 'auth.removeAuthenticator');
  return { personId: person.personId };
}

/** Ten codes for whoever loses everything else, in the place of those that there were. This answer is the only place where they stand. */
export async function makeRecoveryCodes(tx: Tx, actor: Actor): Promise<{ codes: string[] }> {
  authorise(actor, FACTOR_COMMANDS.makeRecoveryCodes);
  const person = personOf(actor);
  const { personId } = person;
  await store.lockFactors(tx, personId);
  const { passkeys, authenticator } = await store.factorsOf(tx, personId);
  if (passkeys === 0 && !authenticator?.confirmedAt)
    throw new Refusal(no('conflict', 'Set up a passkey or an authenticator app first.'));
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hash = (code: string) => codeHashOf(env.NEXTAUTH_SECRET, `recovery ${personId}`, code);
  await store.saveRecoveryCodes(tx, personId, codes.map(hash));
  await changed(tx, person, 'auth.makeRecoveryCodes');
  return { codes };
}

/** After every change of factors: what other sessions have proved serves no more, and nobody keeps codes for factors that are gone. */
export async function changed(tx: Tx, person: Person, action: string): Promise<void> {
  const { personId, sessionId } = person;
  const { passkeys, authenticator } = await store.factorsOf(tx, personId);
  if (passkeys === 0 && !authenticator?.confirmedAt) {
    await store.saveRecoveryCodes(tx, personId, []);
    // What was chosen for them: the next one begins as everybody's does.
    await store.updateFactorAtSignIn(tx, personId, true);
  }
  await sessions.clearProofs(tx, personId, sessionId);
  await audit(tx, person, await tx.now(), { action, object: 'person', id: personId });
}

type Check = (tx: Tx, personId: string, code: string, now: Date) => Promise<string | null>;

/** Each answers what is wrong with the code, or null. */
export const FACTOR_CHECKS: Record<'authenticator' | 'recovery', Check> = {
  authenticator: byAuthenticator,
  recovery: byRecovery,
};

async function byAuthenticator(tx: Tx, personId: string, code: string, now: Date): Promise<string | null> {
  const { authenticator } = await store.factorsOf(tx, personId);
  if (!authenticator?.confirmedAt) return 'No authenticator app is set up.';
  return spendAppCode(tx, authenticator, code, now);
}

type Held = {
  personId: string;
  secret: string;
  lastStep: bigint | null;
  misses: number;
  missesSince: Date | null;
};

/** Takes a code of the app, once: neither it nor an older one serves again. */
export async function spendAppCode(
  tx: Tx,
  held: Held,
  code: string,
  now: Date,
  confirmedAt?: Date,
): Promise<string | null> {
  const { personId, secret, lastStep } = held;
  const misses = missesOf(held, now);
  if (misses >= MOST_MISSES)
    return 'Too many wrong codes from this app today. Use a passkey or a recovery code.';
  const step = stepOfCode(unsealed(env.NEXTAUTH_SECRET, personId, secret), code, now);
  if (step === null) {
    await store.updateMisses(tx, personId, misses, now);
    return 'This isn’t the code the app shows now.';
  }
  if (lastStep !== null && BigInt(step) <= lastStep)
    return 'This code was already used. Wait for the next one.';
  await store.spendStep(tx, personId, step, confirmedAt);
  return null;
}

async function byRecovery(tx: Tx, personId: string, typed: string, now: Date): Promise<string | null> {
  const hash = codeHashOf(env.NEXTAUTH_SECRET, `recovery ${personId}`, tidyRecoveryCode(typed));
  return (await store.spendRecoveryCode(tx, personId, hash, now))
    ? null
    : 'This isn’t one of your recovery codes, or it was already used.';
}

/** The stronger of the two: takes nothing but a press. */
export async function askFactorAtSignIn(tx: Tx, actor: Actor): Promise<{ personId: string }> {
  return choose(tx, actor, FACTOR_COMMANDS.askFactorAtSignIn, true);
}

/** Whoever has the mailbox is signed in by it again, so this takes a fresh proof by what is enrolled. */
export async function askFactorLater(tx: Tx, actor: Actor): Promise<{ personId: string }> {
  authorise(actor, FACTOR_COMMANDS.askFactorLater);
  insist(canAskLater(personOf(actor)));
  return choose(tx, actor, FACTOR_COMMANDS.askFactorLater, false);
}

async function choose(
  tx: Tx,
  actor: Actor,
  command: Command<'factors' | undefined>,
  atSignIn: boolean,
): Promise<{ personId: string }> {
  authorise(actor, command);
  const { personId } = personOf(actor);
  await store.updateFactorAtSignIn(tx, personId, atSignIn);
  await audit(tx, actor, await tx.now(), { action: command.name, object: 'person', id: personId });
  return { personId };
}
