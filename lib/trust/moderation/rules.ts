import { type No, no } from '@/lib/core/refusal';
import { HOUR } from '@/lib/core/time';
import { isHeld, type ReviewState } from '@/lib/trust/reviews/lifecycle';

/** How long a decision about a review can be taken back (the "undo for a day"). */
export const UNDO_HOURS = 24;

type Decided = { status: ReviewState; decidedAt: Date | null; ownReview: boolean };

const OWN = no('forbidden', 'You wrote this review. Another admin has to decide.');

export function canDecide({ ownReview }: { ownReview: boolean }): No | null {
  return ownReview ? OWN : null;
}

/** Reports of a review that is public: they are settled without a step of the review itself. */
export function canKeep(of: { ownReview: boolean; reports: number }): No | null {
  if (of.ownReview) return OWN;
  return of.reports > 0 ? null : no('conflict', 'No report is waiting for this review.');
}

/** A decision can be taken back for a day; what the program published was nobody's decision. */
export function canUndo(of: Decided, at: Date): No | null {
  if (of.ownReview) return OWN;
  if (isHeld(of.status) || of.decidedAt === null)
    return no('conflict', 'No admin has decided about this review yet.');
  if (of.decidedAt.getTime() + UNDO_HOURS * HOUR <= at.getTime())
    return no('conflict', `You can undo a decision for ${UNDO_HOURS} hours.`);
  return null;
}
