import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const MEMBER_COMMANDS = commands('members', {
  setRights: { by: ['customer:owner', 'company:owner'], proof: 'members' },
  remove: { by: ['customer:owner', 'company:owner'], whileClosed: true },
  leave: { by: ['customer:member', 'company:member'], whileClosed: true },
  takeOver: { by: ['admin'] },
  askRight: { by: ['customer:member', 'company:member'] },
});
