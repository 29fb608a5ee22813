import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** Saved searches of a person have found requests, and it is time to say so. */
    'search.found': { personId: string; savedSearchIds: string[]; requestIds: string[] };
  }
}
