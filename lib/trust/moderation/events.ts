export {};

declare module '@/lib/core/events' {
  interface Events {
    /** An admin published a review that was held. */
    'review.passed': { reviewId: string; authorId: string; companyId: string };
    /** `reason`: the restriction that it broke, in the guide's words. */
    'review.removed': { reviewId: string; authorId: string; companyId: string; reason: string };
  }
}
