import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PASSKEY_COMMANDS = commands('auth', {
  askPasskey: { by: ['person'], proof: 'factors' },
  enrolPasskey: { by: ['person'], proof: 'factors' },
  renamePasskey: { by: ['person'] },
  removePasskey: { by: ['person'], proof: 'factors' },
});
