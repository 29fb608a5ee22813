import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** AWS was otherwise than it was said to be. */
    'grant.incident': { incidentId: string; grantId: string; proposalId: string } & OfJob;
  }
}
