'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { REVIEW_COMMANDS } from './rights';
import { Write } from './schema';

export const write = action(
  { may: REVIEW_COMMANDS.write, schema: Write, command: commands.write, creates: true },
  { to: ({ conversationId }) => `/conversations/${showId(conversationId)}` },
);
