'use server';

import { action } from '@/lib/doors/action';
import { markRead } from './commands';
import { MarkNotifications } from './schema';

export const markNotifications = action(
  { name: 'notifications.markRead', schema: MarkNotifications, command: markRead },
  { to: () => '/notifications' },
);
