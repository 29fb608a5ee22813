'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { Write } from './schema';

export const write = action(
  { name: 'reviews.write', schema: Write, command: commands.write, creates: true },
  { to: ({ conversationId }) => `/conversations/${showId(conversationId)}` },
);
