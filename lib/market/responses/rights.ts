import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const RESPONSE_COMMANDS = commands('responses', {
  respond: { by: ['company:member'] },
  withdraw: { by: ['company:member', 'clock'] },
  archive: { by: ['customer:member'] },
});
