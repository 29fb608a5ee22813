import { audit } from '@/lib/audit/store';
import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { move } from '@/lib/db/move';
import type { Tx } from '@/lib/db/transaction';
import { CERTIFICATION, canUndo, canVerify } from './rules';
import type { Reject, Undo, Verify } from './schema';
import * as store from './store';

/** What was decided, and which claim waits next for the same admin; null: none does. */
type Decided = { certificationId: string; nextId: string | null };

/** An admin found the certificate at aws.amazon.com/verification; `evidence` says what stood there. */
export async function verify(tx: Tx, actor: Actor, input: Verify): Promise<Decided> {
  authorise(actor, 'experts.verify');
  const { personId } = personOf(actor);
  const claim = await store.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  const ownPerson = claim.expert.personId === personId;
  insist(canVerify({ expiresOn: claim.expiresOn, ownPerson }, at, await store.sameNumber(tx, claim)));
  await move(tx, tx.db.certification, CERTIFICATION, {
    id: claim.id,
    from: claim.status,
    event: 'verify',
    actor,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: input.evidence },
  });
  await keep(tx, actor, at, 'experts.verify', claim, { reason: input.evidence });
  tx.emit({ name: 'certification.verified', certificationId: claim.id, expertId: claim.expertId });
  return { certificationId: claim.id, nextId: await store.nextWaiting(tx, claim, personId) };
}

/** An admin could not find it, or it says something else; the expert reads the reason. */
export async function reject(tx: Tx, actor: Actor, input: Reject): Promise<Decided> {
  authorise(actor, 'experts.reject');
  const { personId } = personOf(actor);
  const claim = await store.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  await move(tx, tx.db.certification, CERTIFICATION, {
    id: claim.id,
    from: claim.status,
    event: 'reject',
    actor,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: input.reason },
  });
  await keep(tx, actor, at, 'experts.reject', claim, { reason: input.reason });
  tx.emit({ name: 'certification.rejected', certificationId: claim.id, expertId: claim.expertId });
  return { certificationId: claim.id, nextId: await store.nextWaiting(tx, claim, personId) };
}

/** Takes a decision back: the claim waits again. What had been decided, and why, stays in its history. */
export async function undo(tx: Tx, actor: Actor, input: Undo): Promise<{ certificationId: string }> {
  authorise(actor, 'experts.undo');
  const { personId } = personOf(actor);
  const decided = await store.lockedCertification(tx, input.certificationId);
  // Responses and proposals hang on this row: whoever sends one in this moment waits for us, or we for them.
  const expert = await store.lockedExpert(tx, decided.expertId);
  const at = await tx.now();
  const ownPerson = expert?.personId === personId;
  const facts = await store.restsOn(tx, decided, at);
  insist(canUndo({ status: decided.status, decidedAt: decided.decidedAt, ownPerson }, at, facts));
  await move(tx, tx.db.certification, CERTIFICATION, {
    id: decided.id,
    from: decided.status,
    event: 'undo',
    actor,
    at,
    data: { decidedBy: null, decidedAt: null, evidence: null },
  });
  await keep(tx, actor, at, 'experts.undo', decided, { was: decided.status, reason: decided.evidence });
  tx.emit({ name: 'certification.undone', certificationId: decided.id, expertId: decided.expertId });
  return { certificationId: decided.id };
}

type Held = Awaited<ReturnType<typeof store.certificationById>>;

async function keep(
  tx: Tx,
  actor: Actor,
  at: Date,
  action: string,
  of: Held,
  more: Record<string, string | null>,
): Promise<void> {
  await audit(tx, actor, at, {
    action,
    object: 'certification',
    id: of.id,
    companyId: of.expert.companyId,
    detail: { code: of.code, ...more },
  });
}
