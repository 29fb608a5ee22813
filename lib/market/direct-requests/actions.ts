'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { DIRECT_REQUEST_COMMANDS } from './rights';
import { OfRequest } from './schema';

export const openToAll = action(
  { may: DIRECT_REQUEST_COMMANDS.openToAll, schema: OfRequest, command: commands.openToAll },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);
