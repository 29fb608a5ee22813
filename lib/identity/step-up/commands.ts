import { insist, no, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, type Person, personOf } from '@/lib/core/rights';
import { FACTOR_CHECKS } from '@/lib/identity/factors/commands';
import { MOST_TRIES, triesLeft } from '@/lib/identity/factors/rules';
import * as factors from '@/lib/identity/factors/store';
import { failed, verified, WRONG } from '@/lib/identity/passkeys/commands';
import * as passkeys from '@/lib/identity/passkeys/store';
import { signOptions } from '@/lib/identity/passkeys/webauthn';
import type { Confirmed } from '@/lib/identity/sessions/store';
import * as sessions from '@/lib/identity/sessions/store';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { enqueue } from '@/lib/platform/jobs/queue';
import { codeHashOf, sameHash } from '@/lib/platform/session/codes';
import { sendConfirm } from './jobs';
import { STEP_UP_COMMANDS } from './rights';
import { canAskConfirm, canUseCode } from './rules';
import type { AskConfirm, Confirm, UsePasskey } from './schema';
import * as store from './store';

/** Confirms by a code that it is still the person who signed in. The session goes on under another token. */
export async function confirm(tx: Tx, actor: Actor, input: Confirm): Promise<Confirmed> {
  authorise(actor, STEP_UP_COMMANDS.confirm);
  const person = personOf(actor);
  const now = new Date();
  await factors.lockFactors(tx, person.personId);
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
  const renewed = await sessions.updateProved(tx, { sessionId: person.sessionId, proved: input.way, now });
  return { kind: 'in', ...renewed, to: input.next ?? '/settings/security' };
}

async function byEmail(tx: Tx, person: Person, code: string, now: Date): Promise<string | null> {
  insist(canAskConfirm(person.factors, 0));
  const row = await store.lockedCode(tx, person.sessionId);
  insist(canUseCode(row, now));
  if (sameHash(row!.codeHash, codeHashOf(env.NEXTAUTH_SECRET, row!.id, code))) {
    await store.spendCode(tx, row!.id, now);
    return null;
  }
  return triesLeft(MOST_TRIES - (await store.updateCodeTries(tx, row!.id)));
}

/** Mails a code to the person's own address, where they have enrolled nothing that proves more. */
export async function askConfirmCode(tx: Tx, actor: Actor, input: AskConfirm): Promise<{ to: string }> {
  authorise(actor, STEP_UP_COMMANDS.askConfirmCode);
  const { sessionId, personId, factors } = personOf(actor);
  const now = new Date();
  insist(canAskConfirm(factors, await store.codesAskedLately(tx, sessionId, now)));
  const id = await store.insertCode(tx, sessionId, now);
  await enqueue(tx, sendConfirm, { codeId: id }, { key: id });
  await audit(tx, actor, await tx.now(), { action: 'auth.askConfirmCode', object: 'person', id: personId });
  const page = new URLSearchParams({
    for: input.for,
    sent: '1',
    ...(input.next ? { next: input.next } : {}),
  });
  return { to: `/confirm?${page}` };
}

/** What one of the person's own passkeys is to sign. */
export async function askPasskeyConfirm(tx: Tx, actor: Actor) {
  authorise(actor, STEP_UP_COMMANDS.askPasskeyConfirm);
  const { personId, sessionId } = personOf(actor);
  const known = await passkeys.passkeysOf(tx, personId);
  if (known.length === 0) throw new Refusal(no('conflict', 'You don’t have a passkey yet.'));
  const options = await signOptions(known);
  await passkeys.insertChallenge(tx, { purpose: 'step_up', sessionId }, options.challenge, new Date());
  return { options };
}

export async function confirmByPasskey(tx: Tx, actor: Actor, input: UsePasskey): Promise<Confirmed> {
  authorise(actor, STEP_UP_COMMANDS.confirmByPasskey);
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
  const renewed = await sessions.updateProved(tx, { sessionId, proved: 'passkey', now });
  return { kind: 'in', ...renewed, to: input.next ?? '/settings/security' };
}
