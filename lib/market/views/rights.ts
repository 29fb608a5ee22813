import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const VIEW_COMMANDS = commands('requests', {
  view: { by: ['company:member'] },
});
