'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import { improve } from './commands';
import { ADVICE_COMMANDS } from './rights';
import { ImproveRequest } from './schema';

/** One press of what is advised for a request that nobody answers. */
export const improveRequest = action(
  { may: ADVICE_COMMANDS.improve, schema: ImproveRequest, command: improve },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);
