import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const ACTIVITY_COMMANDS = commands('activity', {
  record: { by: ['vendor'] },
});
