'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import { settle } from './commands';
import { SETTLING_COMMANDS } from './rights';
import { Settle } from './schema';

export const settleRequest = action(
  { may: SETTLING_COMMANDS.settle, schema: Settle, command: settle },
  { to: ({ requestId }) => `/requests/${showId(requestId)}?settled=yes` },
);
