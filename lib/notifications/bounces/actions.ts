'use server';

import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { resumeMail } from './commands';
import { BOUNCE_COMMANDS } from './rights';
import { ResumeMail } from './schema';

export const tryAgain = action(
  { may: BOUNCE_COMMANDS.resumeMail, schema: ResumeMail, command: resumeMail },
  {
    to: () => '/settings/notifications?tried=1',
    limit: { points: 5, within: HOUR, why: 'each emails an address that refused our email' },
  },
);
