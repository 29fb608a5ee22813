import type { EventOf } from '@/lib/core/events';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { begin, move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { CERTIFICATION, isVerified } from './lifecycle';
import { CERTIFICATION_COMMANDS } from './rights';
import { canRevoke, daysLeft, isOver, warningDue } from './rules';
import type { Claim, Revoke } from './schema';
import * as store from './store';

export async function keepClaim(
  tx: Tx,
  actor: Actor,
  of: { expertId: string; companyId: string; claim: Claim; at: Date },
): Promise<{ certificationId: string }> {
  const { expertId, companyId, at } = of;
  const id = await store.insertCertification(tx, expertId, of.claim, at);
  await begin(tx, CERTIFICATION, { id, actor, at });
  const detail = { code: of.claim.code };
  await audit(tx, actor, at, { action: 'experts.claim', object: 'certification', id, companyId, detail });
  tx.emit({ name: 'certification.claimed', certificationId: id, expertId });
  return { certificationId: id };
}

/** Takes a verified certification back, at any time: what rests on it ends, as when it expires. The expert reads why. */
export async function revoke(tx: Tx, actor: Actor, input: Revoke): Promise<{ certificationId: string }> {
  authorise(actor, CERTIFICATION_COMMANDS.revoke);
  const { personId } = personOf(actor);
  const held = await store.lockedCertification(tx, input.certificationId);
  insist(canRevoke(held.status));
  const at = await tx.now();
  const { id, expertId, code, expert } = held;
  const { reason } = input;
  await move(tx, CERTIFICATION, {
    id,
    from: held.status,
    event: 'revoke',
    actor,
    of: expert,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: reason },
  });
  await audit(tx, actor, at, {
    action: 'experts.revoke',
    object: 'certification',
    id,
    companyId: expert.companyId,
    detail: { code, reason, was: held.evidence },
  });
  tx.emit({
    name: 'certification.lapsed',
    certificationId: id,
    expertId,
    personId: expert.personId,
    cause: 'revoked',
  });
  return { certificationId: id };
}

/** A reaction to a person with another name: what was compared with the one before waits to be compared again. */
export async function requeue(tx: Tx, actor: Actor, event: EventOf<'person.renamed'>): Promise<void> {
  const { personId } = event;
  const at = await tx.now();
  await store.clearFirstLooks(tx, personId);
  for (const { id, expertId, code, evidence, expert } of await store.verifiedOf(tx, personId)) {
    await move(tx, CERTIFICATION, {
      id,
      from: 'verified',
      event: 'requeue',
      actor,
      of: expert,
      at,
      data: store.waitsAgain(at),
    });
    await audit(tx, actor, at, {
      action: 'experts.requeue',
      object: 'certification',
      id,
      companyId: expert.companyId,
      detail: { code, reason: evidence },
    });
    tx.emit({ name: 'certification.requeued', certificationId: id, expertId, personId });
  }
}

/** What the clock does when the last day of a verified certification is over. */
export async function expire(tx: Tx, actor: Actor, input: { certificationId: string }): Promise<void> {
  authorise(actor, CERTIFICATION_COMMANDS.expire);
  const { id, ...held } = await store.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  if (!isVerified(held.status) || !isOver(held.expiresOn, at)) return;
  await move(tx, CERTIFICATION, { id, from: held.status, event: 'expire', actor, of: held.expert, at });
  await audit(tx, actor, at, {
    action: 'experts.expire',
    object: 'certification',
    id,
    companyId: held.expert.companyId,
    detail: { code: held.code },
  });
  tx.emit({
    name: 'certification.lapsed',
    certificationId: id,
    expertId: held.expertId,
    personId: held.expert.personId,
    cause: 'expired',
  });
}

/** Gives one expert the warning that is due before a certification expires. False: there is none left. */
export async function warnNext(tx: Tx, actor: Actor): Promise<boolean> {
  authorise(actor, CERTIFICATION_COMMANDS.warn);
  const id = await store.nextToWarn(tx);
  if (!id) return false;
  const held = await store.certificationById(tx, id);
  const at = await tx.now();
  const due = warningDue(held.expiresOn, at, held.warnedDays);
  // The row was found by the same clock and is held: a day that ends in between only makes the next warning due.
  if (due === null) return false;
  await store.updateWarned(tx, id, due);
  const left = daysLeft(held.expiresOn, at);
  await audit(tx, actor, at, {
    action: 'experts.warn',
    object: 'certification',
    id,
    companyId: held.expert.companyId,
    detail: { code: held.code, warning: due, daysLeft: left },
  });
  tx.emit({
    name: 'certification.expiring',
    certificationId: id,
    expertId: held.expertId,
    warning: due,
    daysLeft: left,
  });
  return true;
}
