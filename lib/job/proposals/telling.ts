import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { firstLine } from '@/lib/core/text';
import type { Tx } from '@/lib/platform/db/transaction';
import { LINE_REASON, type Line } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { proposalById, proposalWithParts } from './store';

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

const line: Pick<Line<Event>, 'about' | 'path'> = {
  async about(tx, { proposalId }) {
    const proposal = await proposalWithParts(tx, proposalId);
    const { maximumMinor, currency, _count, declineReason, endReason } = proposal;
    const reason = firstLine(declineReason ?? endReason ?? '', LINE_REASON);
    const parts = `${_count.milestones} ${_count.milestones === 1 ? 'milestone' : 'milestones'}`;
    const amount = formatMoney({ minor: maximumMinor, currency }, { short: true });
    return { id: proposalId, facts: { amount, parts, ...(reason ? { reason } : {}) } };
  },
  path: (id) => `/proposals/${showId(id)}`,
};

export const telling = {
  'proposal.proposed': {
    line: { ...line, mark: 'paper', says: (f) => ['sent a proposal ·', `${f.amount} in ${f.parts}`] },
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
    line: {
      ...line,
      mark: 'check',
      says: (f) => ['accepted the proposal ·', `${f.amount}, nothing charged yet`],
    },
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
    line: {
      ...line,
      mark: 'no',
      says: (f) => (f.reason ? ['declined the proposal:', f.reason] : ['declined the proposal ·', f.amount]),
    },
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
    line: {
      ...line,
      mark: 'no',
      says: (f, acted) => [acted ? 'withdrew the proposal ·' : 'Proposal withdrawn ·', f.amount],
    },
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
      ...line,
      mark: 'check',
      // The final payment is a line of its own.
      when: ({ finalPayment }) => !finalPayment,
      says: () => ['marked the job complete'],
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
    line: {
      ...line,
      mark: 'no',
      says: (f) => (f.reason ? ['ended the job:', f.reason] : ['ended the job']),
    },
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
