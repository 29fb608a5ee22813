'use server';

import { MINUTE } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { markRead, seePage } from './commands';
import { NEWS_COMMANDS } from './rights';
import { MarkNotifications, SeePage } from './schema';

export const markNotifications = action(
  { may: NEWS_COMMANDS.markRead, schema: MarkNotifications, command: markRead },
  { to: () => '/notifications' },
);

export const seen = action(
  { may: NEWS_COMMANDS.seePage, schema: SeePage, command: seePage },
  { limit: { points: 600, within: MINUTE, why: 'the page sends it where something unread leads to it' } },
);
