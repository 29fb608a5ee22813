import type { OfJob, OfPrivate } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'request.posted': { requestId: string; customerId: string };
    /** A request that one company alone reads: asked by the customer, or brought by the company as its client's. */
    'request.private': { requestId: string; origin: 'direct' | 'client' } & OfPrivate;
    /** Nobody has answered for three days. */
    'request.unanswered': { requestId: string; customerId: string };
    'request.edited': { requestId: string; customerId: string };
    /** A request is to be written about to an address that is not its person's own. */
    'request.contactNamed': { requestId: string; personId: string; email: string };
    /** The customer settled the request with this one; each of the others was passed over. */
    'response.chosen': { responseId: string; requestId: string } & OfJob;
    'response.passedOver': { responseId: string; requestId: string } & OfJob;
    /** The response that the request was settled with was withdrawn; each of the others stands again. */
    'request.reopened': { responseId: string; requestId: string } & OfJob;
    'response.reconsidered': { responseId: string; requestId: string; withdrawnId: string } & OfJob;
  }
}
