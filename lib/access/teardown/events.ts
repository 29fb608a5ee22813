import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    /** `proven`: a call that was allowed before was refused. `round`: whether it is the first denial. */
    'grant.denied': { grantId: string; proposalId: string; proven: boolean; round: number } & OfJob;
  }
}
