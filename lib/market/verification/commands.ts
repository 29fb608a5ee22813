import { insist, Refusal } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { CERTIFICATION, isClaimed } from '@/lib/market/certifications/lifecycle';

import * as certifications from '@/lib/market/certifications/store';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { VERIFICATION_COMMANDS } from './rights';
import { agrees, canUndo, canVerify, nextLook } from './rules';
import type { Reject, Undo, Verify } from './schema';
import * as store from './store';

/** What was decided, and which claim waits next for the same admin; null: none does. `waits`: it takes a second look. */
type Decided = { certificationId: string; nextId: string | null; waits?: boolean };

/**
 * An admin found the certificate at aws.amazon.com/verification; `evidence` says what stood there. Where it has another
 * name than its person, the first to say so only notes why, and a second look decides.
 */
export async function verify(tx: Tx, actor: Actor, input: Verify): Promise<Decided> {
  authorise(actor, VERIFICATION_COMMANDS.verify);
  const { personId } = personOf(actor);
  const claim = await certifications.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  const ownPerson = claim.expert.personId === personId;
  insist(canVerify({ expiresOn: claim.expiresOn, ownPerson }, at, await store.sameNumber(tx, claim)));
  if (isClaimed(claim.status) && !agrees(claim.nameAsPrinted, claim.expert.person.name)) {
    const otherAdmins = await store.countAdmins(tx, { but: [personId, claim.expert.personId] });
    const said = { reason: input.nameReason, again: input.again };
    const step = nextLook(claim, { personId, otherAdmins }, said);
    if (typeof step !== 'string') throw new Refusal(step);
    if (step === 'first') {
      await store.updateFirstLook(tx, { id: claim.id, by: personId, at, reason: said.reason });
      await auditDecision(tx, actor, at, 'experts.look', claim, { reason: said.reason });
      return { certificationId: claim.id, nextId: null, waits: true };
    }
  }
  const wordSeenAt = input.wordSeen && claim.word ? at : null;
  await move(tx, CERTIFICATION, {
    id: claim.id,
    from: claim.status,
    event: 'verify',
    actor,
    of: claim.expert,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: input.evidence, wordSeenAt },
  });
  await auditDecision(tx, actor, at, 'experts.verify', claim, { reason: input.evidence });
  tx.emit({ name: 'certification.verified', certificationId: claim.id, expertId: claim.expertId });
  return { certificationId: claim.id, nextId: await store.nextWaiting(tx, claim, personId) };
}

/** An admin could not find it, or it says something else; the expert reads the reason. */
export async function reject(tx: Tx, actor: Actor, input: Reject): Promise<Decided> {
  authorise(actor, VERIFICATION_COMMANDS.reject);
  const { personId } = personOf(actor);
  const claim = await certifications.lockedCertification(tx, input.certificationId);
  const at = await tx.now();
  await move(tx, CERTIFICATION, {
    id: claim.id,
    from: claim.status,
    event: 'reject',
    actor,
    of: claim.expert,
    at,
    data: { decidedBy: personId, decidedAt: at, evidence: input.reason },
  });
  await auditDecision(tx, actor, at, 'experts.reject', claim, { reason: input.reason });
  tx.emit({ name: 'certification.rejected', certificationId: claim.id, expertId: claim.expertId });
  return { certificationId: claim.id, nextId: await store.nextWaiting(tx, claim, personId) };
}

/** Takes a decision back: the claim waits again. What had been decided, and why, stays in its history. */
export async function undo(tx: Tx, actor: Actor, input: Undo): Promise<{ certificationId: string }> {
  authorise(actor, VERIFICATION_COMMANDS.undo);
  const { personId } = personOf(actor);
  const decided = await certifications.lockedCertification(tx, input.certificationId);
  // Responses and proposals hang on this row: whoever sends one in this moment waits for us, or we for them.
  const expert = await certifications.lockedExpert(tx, decided.expertId);
  const at = await tx.now();
  const ownPerson = expert?.personId === personId;
  const facts = await store.restsOn(tx, decided, at);
  insist(canUndo({ status: decided.status, decidedAt: decided.decidedAt, ownPerson }, at, facts));
  await move(tx, CERTIFICATION, {
    id: decided.id,
    from: decided.status,
    event: 'undo',
    actor,
    of: decided.expert,
    at,
    data: certifications.waitsAgain(decided.queuedAt),
  });
  await auditDecision(tx, actor, at, 'experts.undo', decided, {
    was: decided.status,
    reason: decided.evidence,
  });
  tx.emit({ name: 'certification.undone', certificationId: decided.id, expertId: decided.expertId });
  return { certificationId: decided.id };
}

type Held = Awaited<ReturnType<typeof certifications.certificationById>>;

async function auditDecision(
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
