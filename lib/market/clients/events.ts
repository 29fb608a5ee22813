import type { OfPrivate } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** An expert's client accepted the invitation, which becomes the request of this id. */
    'client.accepted': {
      invitationId: string;
      requestId: string;
      personId: string;
    } & OfPrivate;
  }
}
