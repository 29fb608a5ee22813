'use server';

import { HOUR, MINUTE } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { markRead, seePage } from './commands-read';
import { choosePaces, resumeMail } from './commands-settings';
import { NOTIFICATION_COMMANDS } from './rights';
import { ChoosePaces, MarkNotifications, ResumeMail, SeePage } from './schema';

export const markNotifications = action(
  { may: NOTIFICATION_COMMANDS.markRead, schema: MarkNotifications, command: markRead },
  { to: () => '/notifications' },
);

export const seen = action(
  { may: NOTIFICATION_COMMANDS.seePage, schema: SeePage, command: seePage },
  { limit: { points: 600, within: MINUTE, why: 'the page sends it where something unread leads to it' } },
);

export const choose = action(
  { may: NOTIFICATION_COMMANDS.choosePaces, schema: ChoosePaces, command: choosePaces },
  { to: () => '/settings/notifications?saved=1' },
);

export const tryAgain = action(
  { may: NOTIFICATION_COMMANDS.resumeMail, schema: ResumeMail, command: resumeMail },
  {
    to: () => '/settings/notifications?tried=1',
    limit: { points: 5, within: HOUR, why: 'each mails an address that has refused mails' },
  },
);
