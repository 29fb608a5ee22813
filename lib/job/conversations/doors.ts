import { send } from './commands';
import { SendMessage } from './schema';

/** One budget for form and socket: a person types, a script does not. */
export const SEND_LIMIT = { name: 'chat.send', points: 60, seconds: 60 };

/** What form and socket lead to. Messages take their places one after another, so they wait for their conversation. */
export const SEND = {
  name: 'chat.send' as const,
  schema: SendMessage,
  command: send,
  inTurn: (input: SendMessage) => `conversation:${input.conversationId}`,
};
