import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import type { Tx } from '@/lib/platform/db/transaction';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { proposalById } from './store';

/** The most that it may cost, and what was written with its end. */
type Facts = { amount: string; reason: string };

type Event = { conversationId: string; proposalId: string };

async function facts(tx: Tx, { proposalId }: Event): Promise<Facts> {
  const { maximumMinor, currency, declineReason, endReason } = await proposalById(tx, proposalId);
  return { amount: formatMoney({ minor: maximumMinor, currency }), reason: declineReason ?? endReason ?? '' };
}
const once = ({ proposalId }: Event) => proposalId;
const path = ({ proposalId }: Event) => `/proposals/${showId(proposalId)}`;

const inConversation = ofJob<Event, Facts>({ facts, once });
const onItsPage = ofJob<Event, Facts>({ facts, once, path });

export const telling = {
  'proposal.proposed': {
    line: { says: () => 'Proposal sent', lamp: 'wait' },
    news: {
      'proposal.proposed': {
        topic: 'proposals',
        to: 'customer',
        right: 'buy',
        subject: (d) => `${d.expert} sent you a proposal`,
        says: (d) => `${d.expert} proposes at most ${d.amount} for “${d.title}”. Accept or decline it.`,
        action: 'Review proposal',
        about: onItsPage,
      },
    },
  },
  'proposal.accepted': {
    line: { says: () => 'Proposal accepted', lamp: 'go' },
    news: {
      'proposal.accepted': {
        topic: 'proposals',
        to: 'company',
        subject: () => 'Your proposal was accepted',
        says: (d) =>
          `${d.customer} accepted your proposal of ${d.amount} for “${d.title}”. You can start the work.`,
        action: 'Open the job',
        about: inConversation,
      },
    },
  },
  'proposal.declined': {
    line: { says: () => 'Proposal declined', lamp: 'ended' },
    news: {
      'proposal.declined': {
        topic: 'proposals',
        to: 'company',
        subject: () => 'Your proposal was declined',
        says: (d) =>
          `${d.customer} declined your proposal for “${d.title}”.${d.reason ? ` They wrote: ${d.reason}` : ''}`,
        action: 'Open the conversation',
        about: inConversation,
      },
    },
  },
  'proposal.withdrawn': {
    line: { says: () => 'Proposal withdrawn', lamp: 'ended' },
    news: {
      'proposal.withdrawn': {
        topic: 'proposals',
        to: 'customer',
        subject: (d) => `${d.expert} withdrew a proposal`,
        says: (d) => `The proposal for “${d.title}” was withdrawn. You can no longer accept it.`,
        action: 'Open the conversation',
        about: inConversation,
      },
    },
  },
  'proposal.completed': {
    line: {
      says: ({ finalPayment }) =>
        finalPayment ? 'Proposal completed. Access ends now.' : 'Job marked complete. Access ends now.',
      lamp: 'ended',
    },
    news: {
      'proposal.completed': {
        // The final payment is told of as a payment.
        when: ({ finalPayment }) => !finalPayment,
        topic: 'proposals',
        to: 'customer',
        subject: (d) => `${d.expert} completed the job`,
        says: (d) =>
          `${d.company} says the work on “${d.title}” is done and won’t request more payments. Its access to AWS ends now.`,
        action: 'Open the job',
        about: inConversation,
      },
    },
  },
  'proposal.ended': {
    line: { says: () => 'Job ended. Access ends now.', lamp: 'ended' },
    news: {
      'proposal.ended': {
        topic: 'proposals',
        to: 'company',
        subject: () => 'The customer ended the job',
        says: (d) =>
          `${d.customer} ended the job for “${d.title}”. Access to AWS ends now. Approved payments stay due. They wrote: ${d.reason}`,
        action: 'Open the proposal',
        about: onItsPage,
      },
    },
  },
} satisfies TellingOf<Facts>;
