import { type No, no } from '@/lib/core/refusal';
import { inWords } from '@/lib/core/words';
import { isOver, type ProposalState } from '@/lib/job/proposals/lifecycle';
import type { PaymentRequestState } from '@/lib/money/payment-requests/lifecycle';
import type { PaymentState } from '@/lib/money/payments/lifecycle';

/** The guide: reviews are limited to 500 characters, including spaces. */
export const TEXT_MAX = 500;
export const STARS = { min: 1, max: 5 };
export const STARS_IN_WORDS = `${inWords(STARS.min)} to ${inWords(STARS.max)} stars`;

/** A proposal, as far as its review is concerned. */
export type Reviewable = {
  status: ProposalState;
  paymentRequests: readonly {
    status: PaymentRequestState;
    final: boolean;
    payments: readonly { status: PaymentState }[];
  }[];
};

/**
 * A job that is over can be reviewed where money was paid for it, or its final payment was approved: a charge that fails
 * afterwards takes nobody's word away.
 */
export function isReviewable({ status, paymentRequests }: Reviewable): boolean {
  if (!isOver(status)) return false;
  return paymentRequests.some(
    (request) =>
      (request.final && request.status === 'approved') ||
      request.payments.some((payment) => payment.status === 'succeeded'),
  );
}

export function canWrite(facts: {
  proposal: Reviewable;
  /** Whether the author is a member of the company too: nobody reviews themselves. */
  ofCompany: boolean;
  reviewed: boolean;
  answered: boolean;
  stars: number | null;
  text: string;
  workAgain: boolean | null;
  /** What has to come out of the text before others may read it; null: nothing. */
  refused: string | null;
}): No | null {
  if (facts.ofCompany) return no('forbidden', 'You’re a member of this company, so you can’t review it.');
  if (!isOver(facts.proposal.status))
    return no('conflict', 'You can write a review once the proposal is completed or ended.');
  if (!isReviewable(facts.proposal))
    return no('conflict', 'Nothing was paid for this job, so you can’t review it.');
  if (facts.stars === null && facts.text !== '')
    return no('invalid', `Choose ${STARS_IN_WORDS} for your review.`, { stars: `Choose ${STARS_IN_WORDS}.` });
  if (facts.stars === null && facts.workAgain === null)
    return no('invalid', 'Choose stars, or Yes or No below.', {
      stars: `Choose ${STARS_IN_WORDS}.`,
    });
  if (facts.refused !== null) return no('invalid', facts.refused, { text: facts.refused });
  if (facts.stars !== null && facts.reviewed)
    return no('conflict', 'This proposal already has a review. Each proposal gets one.');
  if (facts.workAgain !== null && facts.answered)
    return no('conflict', 'The private question already has its Yes or No.');
  return null;
}
