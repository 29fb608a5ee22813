import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const SAVED_SEARCH_COMMANDS = commands('savedSearches', {
  save: { by: ['person'] },
  edit: { by: ['person'] },
  remove: { by: ['person'] },
  match: { by: ['clock'] },
  tell: { by: ['clock'] },
});
