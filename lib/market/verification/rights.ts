import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const VERIFICATION_COMMANDS = commands('experts', {
  verify: { by: ['admin'] },
  reject: { by: ['admin'] },
  undo: { by: ['admin'] },
});
