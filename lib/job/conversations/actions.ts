'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import { markRead } from './commands';
import { SEND, SEND_LIMIT } from './doors';
import { MarkRead } from './schema';

/** The composer without a socket: back to the conversation, where the message stands. */
export const sendMessage = action(SEND, {
  limit: SEND_LIMIT,
  to: (message) => `/conversations/${showId(message.conversationId)}#end`,
});

export const markConversationRead = action({ name: 'chat.markRead', schema: MarkRead, command: markRead });
