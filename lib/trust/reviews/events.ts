import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** It stands on the company's page: at once, or when an admin has looked at it. */
    'review.written': { reviewId: string; proposalId: string } & OfJob;
    /** Something in its text is for an admin to look at first. */
    'review.held': { reviewId: string; proposalId: string } & OfJob;
    /** The job is over and was paid for: once for each, the customer is asked how it was. */
    'review.invited': { proposalId: string } & OfJob;
  }
}
