import { among, lifecycle, type StateOf } from '@/lib/core/lifecycle';

/** A request is never deleted (the guide): its customer turns **Accepting new responses** off, and on again. */
export const REQUEST = lifecycle({
  name: 'request',
  initial: 'accepting',
  states: {
    accepting: {
      pause: { to: 'paused', by: ['customer:member'] },
      // A job that came of it is completed: nobody is looked for any more.
      finish: { to: 'paused', by: [], through: ['customer:buy', 'company:member', 'clock'] },
    },
    paused: {
      resume: { to: 'accepting', by: ['customer:member'] },
      // Settled with a response that is withdrawn: the search goes on.
      reopen: { to: 'accepting', by: [], through: ['company:member', 'clock'] },
    },
  },
  words: {
    accepting: { word: 'Open', lamp: 'go' },
    paused: { word: 'Paused', lamp: 'ended' },
  },
});

export type RequestStatus = StateOf<typeof REQUEST>;

/** Experts find it and may respond. */
export const isAccepting = among<RequestStatus>(['accepting']);
export const isPaused = among<RequestStatus>(['paused']);
