import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const OPEN_REQUEST_COMMANDS = commands('feed', {
  mark: { by: ['person'] },
  saveSearch: { by: ['person'] },
  editSearch: { by: ['person'] },
  removeSearch: { by: ['person'] },
  match: { by: ['clock'] },
  tell: { by: ['clock'] },
});
