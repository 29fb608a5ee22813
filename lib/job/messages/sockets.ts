import { MINUTE } from '@/lib/core/time';
import { socket } from '@/lib/platform/doors/socket';
import { markRead } from './commands';
import { SEND } from './doors';
import { MESSAGE_COMMANDS } from './rights';
import { MarkRead } from './schema';

export const sendBySocket = socket(SEND);
export const markReadBySocket = socket(
  { may: MESSAGE_COMMANDS.markRead, schema: MarkRead, command: markRead },
  { limit: { points: 600, within: MINUTE, why: 'the page sends it for each message that comes into view' } },
);
