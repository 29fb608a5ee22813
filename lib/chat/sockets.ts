import { socket } from '@/lib/doors/socket';
import { markRead, send } from './commands';
import { SEND_LIMIT } from './doors';
import { MarkRead, SendMessage } from './schema';

export const sendBySocket = socket(
  { name: 'chat.send', schema: SendMessage, command: send },
  { limit: SEND_LIMIT },
);
export const markReadBySocket = socket({ name: 'chat.markRead', schema: MarkRead, command: markRead });
