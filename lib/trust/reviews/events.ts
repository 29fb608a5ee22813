import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'review.written': { reviewId: string; proposalId: string } & OfJob;
    /** The job is over and was paid for: once for each, the customer is asked how it was. */
    'review.invited': { proposalId: string } & OfJob;
  }
}
