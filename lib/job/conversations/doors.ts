import { send } from './commands';
import { SendMessage } from './schema';

/** What form and socket lead to. Messages take their places one after another, so they wait for their conversation. */
export const SEND = {
  name: 'chat.send' as const,
  schema: SendMessage,
  command: send,
  inTurn: (input: SendMessage) => `conversation:${input.conversationId}`,
};
