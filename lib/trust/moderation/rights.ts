import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const MODERATION_COMMANDS = commands('moderation', {
  publish: { by: ['admin'] },
  keep: { by: ['admin'] },
  remove: { by: ['admin'] },
  undo: { by: ['admin'] },
});
