import { send } from './commands';
import { MESSAGE_COMMANDS } from './rights';
import { SendMessage } from './schema';

/** What form and socket lead to. Messages take their places one after another, so they wait for their conversation. */
export const SEND = {
  may: MESSAGE_COMMANDS.send,
  schema: SendMessage,
  command: send,
  inTurn: (input: SendMessage) => `conversation:${input.conversationId}`,
};
