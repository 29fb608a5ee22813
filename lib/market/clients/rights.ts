import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const CLIENT_COMMANDS = commands('clients', {
  invite: { by: ['company:member'] },
  withdraw: { by: ['company:member'] },
  accept: { by: ['person'] },
  decline: { by: ['person'] },
  expire: { by: ['clock'] },
});
