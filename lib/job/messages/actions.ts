'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import { SEND } from './doors';

/** The composer without a socket: back to the conversation, where the message stands. */
export const sendMessage = action(SEND, {
  to: (message) => `/conversations/${showId(message.conversationId)}#end`,
});
