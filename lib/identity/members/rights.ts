import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const MEMBER_COMMANDS = commands('members', {
  invite: { by: ['customer:owner', 'company:owner'], proof: 'members' },
  sendAgain: { by: ['customer:owner', 'company:owner'] },
  withdraw: { by: ['customer:owner', 'company:owner'] },
  accept: { by: ['person'] },
  decline: { by: ['person'] },
  expire: { by: ['clock'] },
  setRights: { by: ['customer:owner', 'company:owner'], proof: 'members' },
  remove: { by: ['customer:owner', 'company:owner'], whileClosed: true },
  leave: { by: ['customer:member', 'company:member'], whileClosed: true },
  takeOver: { by: ['admin'] },
  askRight: { by: ['customer:member', 'company:member'] },
});
