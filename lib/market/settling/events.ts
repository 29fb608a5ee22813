import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** The customer settled the request with this one; each of the others was passed over. */
    'response.chosen': { responseId: string; requestId: string } & OfJob;
    'response.passedOver': { responseId: string; requestId: string } & OfJob;
    /** The response that the request was settled with was withdrawn; each of the others stands again. */
    'request.reopened': { responseId: string; requestId: string } & OfJob;
    'response.reconsidered': { responseId: string; requestId: string; withdrawnId: string } & OfJob;
  }
}
