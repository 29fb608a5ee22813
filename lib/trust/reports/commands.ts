import { found } from '@/lib/core/refusal';
import { type Actor, authorise } from '@/lib/core/rights';
import { audit } from '@/lib/platform/audit/store';
import type { Tx } from '@/lib/platform/db/transaction';
import { isPublished } from '@/lib/trust/reviews/lifecycle';
import { REPORT_COMMANDS } from './rights';
import type { Report } from './schema';
import { hasReported, insertReport, lockedReview } from './store';

/** Anyone may say that a public review breaks a restriction; it stays public until an admin has decided. */
export async function report(tx: Tx, actor: Actor, input: Report): Promise<{ reviewId: string }> {
  authorise(actor, REPORT_COMMANDS.report);
  const review = await lockedReview(tx, input.reviewId);
  // Of one that is not public nothing is said, not even that it is there.
  found(isPublished(review.status) ? review : null, 'review');
  const { id: reviewId, customerId, companyId } = review;
  const personId = actor.kind === 'person' ? actor.personId : null;
  // Who reports twice is thanked twice, and counted once.
  if (personId && (await hasReported(tx, reviewId, personId))) return { reviewId };
  const at = await tx.now();
  const { reason, note } = input;
  const { id: reportId } = await insertReport(tx, { reviewId, personId, reason, note, createdAt: at });
  await audit(tx, actor, at, {
    action: 'reports.report',
    object: 'review',
    id: reviewId,
    customerId,
    companyId,
    detail: { reason },
  });
  if (review._count.reports === 0) tx.emit({ name: 'review.reported', reviewId, reportId });
  return { reviewId };
}
