import { type No, no } from '@/lib/core/refusal';
import type { PaymentState } from '@/lib/payments/rules';
import type { ProposalState } from '@/lib/proposals/rules';

/** The guide: reviews are limited to 500 characters, including spaces. */
export const TEXT_MAX = 500;

/** A proposal, as far as its review is concerned. */
export type Reviewable = {
  status: ProposalState;
  /** The payments of approved final payment requests. */
  finalPayments: readonly PaymentState[];
};

/** A review is asked for once the proposal is complete and its final payment has succeeded. */
export function isReviewable({ status, finalPayments }: Reviewable): boolean {
  return status === 'completed' && finalPayments.includes('succeeded');
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
}): No | null {
  if (facts.ofCompany) return no('forbidden', 'You are a member of this company, so you cannot review it.');
  if (facts.proposal.status !== 'completed')
    return no('conflict', 'A review can be written once the proposal is completed.');
  if (!isReviewable(facts.proposal))
    return no('conflict', 'A review can be written once the final payment has succeeded.');
  if (facts.stars === null && facts.text !== '')
    return no('invalid', 'Choose one to five stars for your review.', { stars: 'Choose one to five stars.' });
  if (facts.stars === null && facts.workAgain === null)
    return no('invalid', 'Choose stars, or answer the private question.', {
      stars: 'Choose one to five stars.',
    });
  if (facts.stars !== null && facts.reviewed)
    return no('conflict', 'This proposal has been reviewed already: there is one review for each.');
  if (facts.workAgain !== null && facts.answered)
    return no('conflict', 'The private question has been answered already.');
  return null;
}
