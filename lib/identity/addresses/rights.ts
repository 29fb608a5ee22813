import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const ADDRESS_COMMANDS = commands('people', {
  askContact: { by: ['person'] },
  confirmContact: { by: ['anyone'] },
  askChange: { by: ['person'], proof: 'factors' },
  confirmChange: { by: ['person'] },
  forgetAddress: { by: ['person'] },
});
