import type { OfPrivate } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'request.posted': { requestId: string; customerId: string };
    /** A request that one company alone reads: asked by the customer, or brought by the company as its client's. */
    'request.private': { requestId: string; origin: 'direct' | 'client' } & OfPrivate;
    /** A request is to be written about to an address that is not its person's own. */
    'request.contactNamed': { requestId: string; personId: string; email: string };
  }
}
