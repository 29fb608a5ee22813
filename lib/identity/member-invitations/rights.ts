import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const MEMBER_INVITATION_COMMANDS = commands('members', {
  invite: { by: ['customer:owner', 'company:owner'], proof: 'members' },
  sendAgain: { by: ['customer:owner', 'company:owner'] },
  withdraw: { by: ['customer:owner', 'company:owner'] },
  accept: { by: ['person'] },
  decline: { by: ['person'] },
  expire: { by: ['clock'] },
});
