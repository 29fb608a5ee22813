import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'grant.active': { grantId: string; proposalId: string } & OfJob;
    'grant.failed': { grantId: string; proposalId: string } & OfJob;
    'grant.cutOff': { grantId: string; proposalId: string } & OfJob;
    'grant.restored': { grantId: string; proposalId: string } & OfJob;
    'grant.revoking': { grantId: string; proposalId: string } & OfJob;
    'grant.revoked': { grantId: string; proposalId: string } & OfJob;
    'grant.stuck': { grantId: string; proposalId: string } & OfJob;
  }
}
