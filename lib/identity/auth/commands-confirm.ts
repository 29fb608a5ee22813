import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { sendConfirm } from './jobs';
import { canAskConfirm, canUseCode, MOST_MISSES, MOST_TRIES, missesOf, triesLeft } from './rules';
import type { AskConfirm, Confirm } from './schema';
import { codeHashOf, sameHash, tidyRecoveryCode, unsealed } from './secrets';
import * as sessions from './store';
import * as store from './store-factors';
import { stepOfCode } from './totp';

/** A wrong code is an outcome, not a refusal: that it was tried must be kept, so the transaction commits. */
export type Confirmed =
  | ({ kind: 'in' } & sessions.NewToken & { to: string })
  | { kind: 'wrong'; message: string; about?: string };

/** Confirms by a code that it is still the person who signed in. The session goes on under another token. */
export async function confirm(tx: Tx, actor: Actor, input: Confirm): Promise<Confirmed> {
  authorise(actor, 'auth.confirm');
  const person = personOf(actor);
  const now = new Date();
  await store.lockFactors(tx, person.personId);
  const wrong =
    input.way === 'email'
      ? await byEmail(tx, person, input.code, now)
      : await FACTOR_CHECKS[input.way](tx, person.personId, input.code, now);
  const entry = { object: 'person', id: person.personId, detail: { by: input.way } };
  const at = await tx.now();
  if (wrong) {
    await audit(tx, actor, at, { ...entry, action: 'auth.confirmFailed' });
    return { kind: 'wrong', message: wrong };
  }
  await audit(tx, actor, at, { ...entry, action: 'auth.confirm' });
  const renewed = await sessions.stepUp(tx, { sessionId: person.sessionId, proved: input.way, now });
  return { kind: 'in', ...renewed, to: input.next ?? '/settings/security' };
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
    await store.countMiss(tx, personId, misses, now);
    return 'This is not the code that the app shows now.';
  }
  if (lastStep !== null && BigInt(step) <= lastStep)
    return 'This code was used already. Wait for the next one.';
  await store.takeStep(tx, personId, step, confirmedAt);
  return null;
}

async function byRecovery(tx: Tx, personId: string, typed: string, now: Date): Promise<string | null> {
  const hash = codeHashOf(env.NEXTAUTH_SECRET, `recovery ${personId}`, tidyRecoveryCode(typed));
  return (await store.spendRecoveryCode(tx, personId, hash, now))
    ? null
    : 'This is none of your recovery codes, or it was used.';
}

async function byEmail(tx: Tx, person: Person, code: string, now: Date): Promise<string | null> {
  insist(canAskConfirm(person.factors, 0));
  const row = await store.lockedCode(tx, person.sessionId);
  insist(canUseCode(row, now));
  if (sameHash(row!.codeHash, codeHashOf(env.NEXTAUTH_SECRET, row!.id, code))) {
    await store.spendCode(tx, row!.id, now);
    return null;
  }
  return triesLeft(MOST_TRIES - (await store.countCodeTry(tx, row!.id)));
}

/** Mails a code to the person's own address, where they have enrolled nothing that proves more. */
export async function askConfirmCode(tx: Tx, actor: Actor, input: AskConfirm): Promise<{ to: string }> {
  authorise(actor, 'auth.askConfirmCode');
  const { sessionId, personId, factors } = personOf(actor);
  const now = new Date();
  insist(canAskConfirm(factors, await store.codesAskedLately(tx, sessionId, now)));
  const id = await store.addCode(tx, sessionId, now);
  await enqueue(tx, sendConfirm, { codeId: id }, { key: id });
  await audit(tx, actor, await tx.now(), { action: 'auth.askConfirmCode', object: 'person', id: personId });
  const page = new URLSearchParams({
    for: input.for,
    sent: '1',
    ...(input.next ? { next: input.next } : {}),
  });
  return { to: `/confirm?${page}` };
}
