export {};

declare module '@/lib/core/events' {
  interface Events {
    /** The first report of a review since an admin last looked at it. */
    'review.reported': { reviewId: string; reportId: string };
  }
}
