import { commands } from '@/lib/core/rights';

/** Who asks for payments under a proposal. */
export const BILLERS = ['company:bill'] as const;

/** The commands of this noun: who may run each, and what they must have proved. */
export const PROPOSAL_COMMANDS = commands('proposals', {
  propose: { by: ['company:sell'] },
  withdraw: { by: ['company:sell', 'clock'] },
  accept: { by: ['customer:buy'], proof: 'money' },
  decline: { by: ['customer:buy'] },
  complete: { by: ['company:sell'] },
  end: { by: ['customer:buy'] },
});
