import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const NEWS_COMMANDS = commands('notifications', {
  markRead: { by: ['person'] },
  seePage: { by: ['person'] },
});
