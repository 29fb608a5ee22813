import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'response.sent': { responseId: string; requestId: string } & OfJob;
    /** The company has not written: it was asked, or it brought its client. */
    'response.opened': { responseId: string; requestId: string; origin: 'direct' | 'client' } & OfJob;
    'response.withdrawn': { responseId: string; requestId: string } & OfJob;
  }
}
