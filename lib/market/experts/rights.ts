import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const EXPERT_COMMANDS = commands('experts', {
  register: { by: ['person'] },
  editProfile: { by: ['person'] },
  setHandle: { by: ['person'] },
  claim: { by: ['person'] },
  verify: { by: ['admin'] },
  reject: { by: ['admin'] },
  undo: { by: ['admin'] },
  revoke: { by: ['admin'] },
  expire: { by: ['clock'] },
  warn: { by: ['clock'] },
  addProfile: { by: ['company:member'] },
});
