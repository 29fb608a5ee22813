import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const RESPONSE_DRAFT_COMMANDS = commands('responses', {
  saveDraft: { by: ['company:member'] },
  hold: { by: ['company:member'] },
  release: { by: ['person'] },
});
