import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const EXPERT_COMMANDS = commands('experts', {
  register: { by: ['person'] },
  editProfile: { by: ['person'] },
  setHandle: { by: ['person'] },
  claim: { by: ['person'] },
  addProfile: { by: ['company:member'] },
});
