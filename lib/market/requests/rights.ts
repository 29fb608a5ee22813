import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const REQUEST_COMMANDS = commands('requests', {
  begin: { by: ['anyone'] },
  beginDirect: { by: ['anyone'] },
  saveDraft: { by: ['person'] },
  dropDraft: { by: ['person'] },
  forgetDrafts: { by: ['clock'] },
  post: { by: ['person'] },
  edit: { by: ['customer:member'] },
  setAccepting: { by: ['customer:member'] },
  openToAll: { by: ['customer:member'] },
  noteUnanswered: { by: ['clock'] },
  improve: { by: ['customer:member'] },
  view: { by: ['company:member'] },
  settle: { by: ['customer:member'] },
});
