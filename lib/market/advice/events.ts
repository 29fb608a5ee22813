import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** Nobody has answered for three days. */
    'request.unanswered': { requestId: string; customerId: string };
  }
}
