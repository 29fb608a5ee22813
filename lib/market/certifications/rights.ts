import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const CERTIFICATION_COMMANDS = commands('experts', {
  revoke: { by: ['admin'] },
  expire: { by: ['clock'] },
  warn: { by: ['clock'] },
});
