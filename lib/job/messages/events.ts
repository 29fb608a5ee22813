import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** Somebody of the customer has read it for the first time. */
    'response.read': { responseId: string } & OfJob;
    'message.sent': { messageId: string; authorId: string } & OfJob;
    /** Not of the job: nobody else is told that somebody has read. */
    'messages.read': { personId: string; readIn: string };
  }
}
