import { socket } from '@/lib/platform/doors/socket';
import { markRead } from './commands';
import { SEND, SEND_LIMIT } from './doors';
import { MarkRead } from './schema';

export const sendBySocket = socket(SEND, { limit: SEND_LIMIT });
export const markReadBySocket = socket({ name: 'chat.markRead', schema: MarkRead, command: markRead });
