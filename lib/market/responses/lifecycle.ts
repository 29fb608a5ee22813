import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

/** A withdrawn response keeps its conversation: what was said stays said. */
export const RESPONSE = lifecycle({
  name: 'response',
  initial: 'open',
  states: {
    // The clock: of a company that has closed.
    open: { withdraw: { to: 'withdrawn', by: ['company:member', 'clock'] } },
    withdrawn: {},
  },
  words: {
    open: { word: 'Open', lamp: 'go' },
    withdrawn: { word: 'Withdrawn', lamp: 'ended' },
  },
});

export type ResponseStatus = StateOf<typeof RESPONSE>;

/** It stands: the two sides go on with it. */
export const isStanding = among<ResponseStatus>(['open']);
export const isWithdrawn = among<ResponseStatus>(['withdrawn']);
