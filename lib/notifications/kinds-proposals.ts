import type { Kind } from './kinds';

/** What is told of proposals, from the first to the end of the job. */
export const PROPOSAL_KINDS = {
  'proposal.proposed': {
    topic: 'proposals',
    to: 'customer',
    right: 'buy',
    subject: (d) => `${d.expert} sent a proposal`,
    says: (d) => `${d.expert} proposes ${d.amount} at most for “${d.title}”. Accept it or decline it.`,
    action: 'Review the proposal',
  },
  'proposal.accepted': {
    topic: 'proposals',
    to: 'company',
    subject: () => 'Your proposal was accepted',
    says: (d) => `${d.customer} accepted your proposal of ${d.amount} for “${d.title}”. The work can begin.`,
    action: 'Open the job',
  },
  'proposal.declined': {
    topic: 'proposals',
    to: 'company',
    subject: () => 'Your proposal was declined',
    says: (d) =>
      `${d.customer} declined your proposal for “${d.title}”.${d.reason ? ` They wrote: ${d.reason}` : ''}`,
    action: 'Open the conversation',
  },
  'proposal.withdrawn': {
    topic: 'proposals',
    to: 'customer',
    subject: (d) => `${d.expert} withdrew a proposal`,
    says: (d) => `The proposal for “${d.title}” was withdrawn. It can no longer be accepted.`,
    action: 'Open the conversation',
  },
  'proposal.completed': {
    topic: 'proposals',
    to: 'customer',
    subject: (d) => `${d.expert} completed the job`,
    says: (d) =>
      `${d.company} says that the work on “${d.title}” is done and requests no more payments. Its access to AWS ends now.`,
    action: 'Open the job',
  },
  'proposal.ended': {
    topic: 'proposals',
    to: 'company',
    subject: () => 'The customer ended the job',
    says: (d) =>
      `${d.customer} ended the job for “${d.title}”. Access to AWS ends now; approved payments stay due. They wrote: ${d.reason}`,
    action: 'Open the proposal',
  },
} as const satisfies Record<string, Kind>;
