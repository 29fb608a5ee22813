import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const ADVICE_COMMANDS = commands('requests', {
  noteUnanswered: { by: ['clock'] },
  improve: { by: ['customer:member'] },
});
