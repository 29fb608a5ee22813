import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const METHOD_COMMANDS = commands('payments', {
  saveMethod: { by: ['customer:buy'] },
  removeMethod: { by: ['customer:buy'] },
  recordMethod: { by: ['vendor', 'customer:buy'] },
});
