import { found, insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { type Confirmed, spendAppCode } from './commands-confirm';
import { canEnrolAuthenticator, RECOVERY_CODES } from './rules';
import type { AppCode, Onward } from './schema';
import { codeHashOf, newRecoveryCode, sealed } from './secrets';
import * as sessions from './store';
import * as store from './store-factors';
import { newTotpSecret } from './totp';

/** Makes a secret for an authenticator app. It counts once a first code has proved that the app has it. */
export async function enrolAuthenticator(
  tx: Tx,
  actor: Actor,
  input: Onward,
): Promise<{ next: string | null }> {
  authorise(actor, 'auth.enrolAuthenticator');
  const { personId } = personOf(actor);
  await store.lockFactors(tx, personId);
  const { authenticator } = await store.factorsOf(tx, personId);
  insist(canEnrolAuthenticator(authenticator));
  await store.keepSecret(tx, personId, sealed(env.NEXTAUTH_SECRET, personId, newTotpSecret()), new Date());
  return { next: input.next };
}

/** The first code: from here on the app is a way to confirm. Whoever has just shown it has proved themselves with it. */
export async function confirmAuthenticator(tx: Tx, actor: Actor, input: AppCode): Promise<Confirmed> {
  authorise(actor, 'auth.confirmAuthenticator');
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
  const renewed = await sessions.stepUp(tx, { sessionId: person.sessionId, proved: 'authenticator', now });
  return { kind: 'in', ...renewed, to: afterEnrolling(codes, input.next) };
}

/** Where somebody goes who has enrolled: without recovery codes, to those first. */
export function afterEnrolling(codes: number, next: string | null): string {
  const onward = next ? `next=${encodeURIComponent(next)}` : '';
  if (codes === 0) return `/settings/security/recovery${onward ? `?${onward}` : ''}`;
  return next ?? '/settings/security?changed=1';
}

export async function removeAuthenticator(tx: Tx, actor: Actor): Promise<{ personId: string }> {
  authorise(actor, 'auth.removeAuthenticator');
  const person = personOf(actor);
  await store.lockFactors(tx, person.personId);
  if ((await store.removeAuthenticator(tx, person.personId)) === 0)
    throw new Refusal(no('not_found', 'No authenticator app is set up.'));
  await changed(tx, person, 'auth.removeAuthenticator');
  return { personId: person.personId };
}

/** Ten codes for whoever loses everything else, in the place of those that there were. This answer is the only place where they stand. */
export async function makeRecoveryCodes(tx: Tx, actor: Actor): Promise<{ codes: string[] }> {
  authorise(actor, 'auth.makeRecoveryCodes');
  const person = personOf(actor);
  const { personId } = person;
  await store.lockFactors(tx, personId);
  const { passkeys, authenticator } = await store.factorsOf(tx, personId);
  if (passkeys === 0 && !authenticator?.confirmedAt)
    throw new Refusal(no('conflict', 'Set up a passkey or an authenticator app first.'));
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hash = (code: string) => codeHashOf(env.NEXTAUTH_SECRET, `recovery ${personId}`, code);
  await store.replaceRecoveryCodes(tx, personId, codes.map(hash));
  await changed(tx, person, 'auth.makeRecoveryCodes');
  return { codes };
}

/** After every change of factors: what other sessions have proved serves no more, and nobody keeps codes for factors that are gone. */
export async function changed(tx: Tx, person: Person, action: string): Promise<void> {
  const { personId, sessionId } = person;
  const { passkeys, authenticator } = await store.factorsOf(tx, personId);
  if (passkeys === 0 && !authenticator?.confirmedAt) {
    await store.replaceRecoveryCodes(tx, personId, []);
    // What was chosen for them: the next one begins as everybody's does.
    await store.setFactorAtSignIn(tx, personId, true);
  }
  await store.forgetProofs(tx, personId, sessionId);
  await audit(tx, person, await tx.now(), { action, object: 'person', id: personId });
}
