import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PERSON_COMMANDS = commands('people', {
  rename: { by: ['person'] },
  find: { by: ['admin'] },
  suspend: { by: ['admin'] },
});
