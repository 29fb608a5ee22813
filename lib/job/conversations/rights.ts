import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const CONVERSATION_COMMANDS = commands('chat', {
  send: { by: ['customer:member', 'company:chat'], whileClosed: true },
  markRead: { by: ['party'], whileClosed: true },
});
