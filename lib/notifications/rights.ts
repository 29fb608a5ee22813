import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const NOTIFICATION_COMMANDS = commands('notifications', {
  markRead: { by: ['person'] },
  seePage: { by: ['person'] },
  choosePaces: { by: ['person'] },
  resumeMail: { by: ['person'] },
  unsubscribe: { by: ['vendor'] },
  stopMail: { by: ['vendor'] },
  deliver: { by: ['vendor', 'clock'] },
});
