import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const STRIPE_EVENT_COMMANDS = commands('stripeEvents', {
  receive: { by: ['vendor'] },
  read: { by: ['vendor'] },
});
