import type { OfJob } from '@/lib/core/events';

declare module '@/lib/core/events' {
  interface Events {
    'proposal.proposed': { proposalId: string } & OfJob;
    'proposal.accepted': { proposalId: string } & OfJob;
    'proposal.declined': { proposalId: string } & OfJob;
    'proposal.withdrawn': { proposalId: string } & OfJob;
    /** The final payment was accepted, or the company has said that it is done. Access ends now. */
    'proposal.completed': { proposalId: string; finalPayment: boolean } & OfJob;
    /** The customer ended the job. Access ends now. */
    'proposal.ended': { proposalId: string } & OfJob;
  }
}
