import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const ADMIN_COMMANDS = commands('auth', {
  becomeAdmin: { by: ['person'] },
});
