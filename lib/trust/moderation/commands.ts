import { insist } from '@/lib/core/refusal';
import { type Actor, authorise, personOf } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import { move } from '@/lib/platform/db/move';
import type { Tx } from '@/lib/platform/db/transaction';
import { RESTRICTIONS } from '@/lib/trust/restrictions/rules';
import { REVIEW } from '@/lib/trust/reviews/lifecycle';
import { MODERATION_COMMANDS } from './rights';
import { canDecide, canKeep, canUndo } from './rules';
import type { Decide, Remove } from './schema';
import * as store from './store';

type Decided = { reviewId: string };

/** An admin found nothing against a review that was held: it is public now, and the company and the author hear of it. */
export async function publish(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  authorise(actor, MODERATION_COMMANDS.publish);
  const { personId } = personOf(actor);
  const review = await store.lockedReview(tx, input.reviewId);
  const { id, authorId, companyId, customerId, proposalId, proposal } = review;
  insist(canDecide({ ownReview: authorId === personId }));
  const at = await tx.now();
  const data = { decidedBy: personId, decidedAt: at, removedFor: null };
  await move(tx, REVIEW, { id, from: review.status, event: 'publish', actor, of: review, at, data });
  await settle(tx, actor, at, review, 'moderation.publish');
  tx.emit({
    name: 'review.written',
    reviewId: id,
    proposalId,
    conversationId: proposal.conversationId,
    customerId,
    companyId,
  });
  tx.emit({ name: 'review.passed', reviewId: id, authorId, companyId });
  return { reviewId: id };
}

/** An admin found nothing against a review that was reported: it stays. */
export async function keep(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  authorise(actor, MODERATION_COMMANDS.keep);
  const { personId } = personOf(actor);
  const review = await store.lockedReview(tx, input.reviewId);
  insist(canKeep({ ownReview: review.authorId === personId, reports: review.reports.length }));
  await settle(tx, actor, await tx.now(), review, 'moderation.keep');
  return { reviewId: review.id };
}

/** An admin removes a review for one of the guide's reasons; the author reads which. */
export async function remove(tx: Tx, actor: Actor, input: Remove): Promise<Decided> {
  authorise(actor, MODERATION_COMMANDS.remove);
  const { personId } = personOf(actor);
  const review = await store.lockedReview(tx, input.reviewId);
  const { id, authorId, companyId } = review;
  insist(canDecide({ ownReview: authorId === personId }));
  const at = await tx.now();
  const { reason } = input;
  const data = { decidedBy: personId, decidedAt: at, removedFor: reason };
  await move(tx, REVIEW, { id, from: review.status, event: 'remove', actor, of: review, at, data });
  await settle(tx, actor, at, review, 'moderation.remove', { reason });
  tx.emit({ name: 'review.removed', reviewId: id, authorId, companyId, reason: RESTRICTIONS[reason] });
  return { reviewId: id };
}

/** Takes a decision back within a day: the review is held again, and waits for the next one. */
export async function undo(tx: Tx, actor: Actor, input: Decide): Promise<Decided> {
  authorise(actor, MODERATION_COMMANDS.undo);
  const { personId } = personOf(actor);
  const review = await store.lockedReview(tx, input.reviewId);
  const { id, status, decidedAt } = review;
  const at = await tx.now();
  insist(canUndo({ status, decidedAt, ownReview: review.authorId === personId }, at));
  const data = { decidedBy: null, decidedAt: null, removedFor: null };
  await move(tx, REVIEW, { id, from: status, event: 'undo', actor, of: review, at, data });
  await settle(tx, actor, at, review, 'moderation.undo', { was: status, reason: review.removedFor });
  return { reviewId: id };
}

type Locked = Awaited<ReturnType<typeof store.lockedReview>>;

async function settle(
  tx: Tx,
  actor: Actor,
  at: Date,
  { id, customerId, companyId }: Locked,
  action: string,
  detail: Record<string, string | null> = {},
): Promise<void> {
  await store.updateSettled(tx, id, at);
  await audit(tx, actor, at, { action, object: 'review', id, customerId, companyId, detail });
}
