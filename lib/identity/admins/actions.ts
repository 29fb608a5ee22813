'use server';

import { MINUTE } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { ADMIN_COMMANDS } from './rights';
import { BecomeAdmin } from './schema';

export const becomeAdmin = action(
  { may: ADMIN_COMMANDS.becomeAdmin, schema: BecomeAdmin, command: commands.becomeAdmin },
  {
    to: () => '/admin/verification',
    limit: {
      points: 10,
      within: 10 * MINUTE,
      closed: true,
      why: 'it makes anyone with its secret an admin',
    },
  },
);
