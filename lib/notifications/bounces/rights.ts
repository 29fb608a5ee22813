import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const BOUNCE_COMMANDS = commands('notifications', {
  stopMail: { by: ['vendor'] },
  resumeMail: { by: ['person'] },
});
