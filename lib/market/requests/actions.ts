'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { REQUEST_COMMANDS } from './rights';
import { SetAccepting } from './schema';

export const setAccepting = action(
  { may: REQUEST_COMMANDS.setAccepting, schema: SetAccepting, command: commands.setAccepting },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);
