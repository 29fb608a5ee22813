import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const CONNECTION_COMMANDS = commands('connections', {
  add: { by: ['customer:grant'] },
  verify: { by: ['customer:grant'] },
});
