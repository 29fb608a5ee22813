import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const REQUEST_DRAFT_COMMANDS = commands('requests', {
  begin: { by: ['anyone'] },
  beginDirect: { by: ['anyone'] },
  saveDraft: { by: ['person'] },
  dropDraft: { by: ['person'] },
  forgetDrafts: { by: ['clock'] },
  post: { by: ['person'] },
});
