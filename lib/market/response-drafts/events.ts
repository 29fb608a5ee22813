import type {} from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** An answer that waited for a certification: sent, or why not. */
    'held.sent': { personId: string; requestId: string; responseId: string };
    'held.unsent': { personId: string; requestId: string; reason: string };
  }
}
