import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** AWS lets us in no more, or not to all that we must be able to do. */
    'connection.lost': { connectionId: string; customerId: string };
    /** All its tests passed, for the first time or again. */
    'connection.found': { connectionId: string; customerId: string };
  }
}
