import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const SESSION_COMMANDS = {
  ...commands('auth', {
    ticket: { by: ['person'] },
  }),
  ...commands('people', {
    endSession: { by: ['person'] },
  }),
};
