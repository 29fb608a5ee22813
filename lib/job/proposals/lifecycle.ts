import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

/**
 * The guide: Proposed, Accepted, Declined, Withdrawn. Completed is what accepting the final payment makes of it, or the
 * company where none is left to ask for; ended is what the customer makes of a job that is not to go on.
 */
export const PROPOSAL = lifecycle({
  name: 'proposal',
  initial: 'proposed',
  states: {
    proposed: {
      accept: { to: 'accepted', by: ['customer:buy'] },
      decline: { to: 'declined', by: ['customer:buy'] },
      // The clock: of a company that has closed.
      withdraw: { to: 'withdrawn', by: ['company:sell', 'clock'] },
    },
    accepted: {
      // The final payment is accepted: by a person, or by the clock on the 10th day.
      conclude: { to: 'completed', by: [], through: ['customer:buy', 'clock'] },
      complete: { to: 'completed', by: ['company:sell'] },
      end: { to: 'ended', by: ['customer:buy'] },
    },
    declined: {},
    withdrawn: {},
    completed: {},
    ended: {},
  },
  words: {
    proposed: {
      word: 'Proposed',
      lamp: 'wait',
      turn: {
        of: 'customer',
        says: 'proposal of {amount} to review',
        label: 'Review proposal',
        weight: 60,
      },
    },
    accepted: {
      word: 'Accepted',
      lamp: 'go',
      turn: { of: 'company', says: 'work on “{title}”', label: 'Request payment', weight: 5 },
    },
    declined: { word: 'Declined', lamp: 'ended' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
    completed: { word: 'Completed', lamp: 'ended' },
    ended: { word: 'Ended', lamp: 'ended' },
  },
});

export type ProposalState = StateOf<typeof PROPOSAL>;

/** The customer has not answered. */
export const UNANSWERED = ['proposed'] as const satisfies readonly ProposalState[];
export const isUnanswered = among(UNANSWERED);
/** Work was agreed on, and is not over. */
export const IN_FORCE = ['accepted'] as const satisfies readonly ProposalState[];
export const isInForce = among(IN_FORCE);
/** Work was agreed on, and is over. */
export const OVER = ['completed', 'ended'] as const satisfies readonly ProposalState[];
export const isOver = among(OVER);
/** Work was agreed on, whether or not it is over. */
export const isAgreed = among<ProposalState>([...IN_FORCE, ...OVER]);
/** The final payment was accepted, or the company said that it is done. */
export const isCompleted = among<ProposalState>(['completed']);
/** Nothing came of it. */
export const isDropped = among<ProposalState>(['declined', 'withdrawn']);
