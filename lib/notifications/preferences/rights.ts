import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PREFERENCE_COMMANDS = commands('notifications', {
  choosePaces: { by: ['person'] },
  unsubscribe: { by: ['vendor'] },
});
