import type { EventOf } from '@/lib/core/events';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { EXPERT_COMMANDS } from './rights';
import { CERTIFICATION } from './rules';
import { canRevoke } from './rules-verify';
import type { Revoke } from './schema';
import { lockedCertification } from './store';
import { dropFirstLooks, verifiedOf, waitsAgain } from './store-verify';

/** Takes a verified certification back, at any time: what rests on it ends, as when it expires. The expert reads why. */
export async function revoke(tx: Tx, actor: Actor, input: Revoke): Promise<{ certificationId: string }> {
  authorise(actor, EXPERT_COMMANDS.revoke);
  const { personId } = personOf(actor);
  const held = await lockedCertification(tx, input.certificationId);
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
  await dropFirstLooks(tx, personId);
  for (const { id, expertId, code, evidence, expert } of await verifiedOf(tx, personId)) {
    await move(tx, CERTIFICATION, {
      id,
      from: 'verified',
      event: 'requeue',
      actor,
      of: expert,
      at,
      data: waitsAgain(at),
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
