import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const MESSAGE_COMMANDS = commands('messages', {
  send: { by: ['customer:member', 'company:chat'], whileClosed: true },
  markRead: { by: ['party'], whileClosed: true },
});
