'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as connections from './commands';
import { CONNECTION_COMMANDS } from './rights';
import { addSchema, verifySchema } from './schema';

export const addConnection = action(
  { may: CONNECTION_COMMANDS.add, schema: addSchema, command: connections.add, creates: true },
  {
    to: ({ connectionId }) => `/connections/${showId(connectionId)}`,
    limit: { points: 20, within: HOUR, why: 'each makes the broker try a role in AWS' },
  },
);

export const verifyConnection = action(
  { may: CONNECTION_COMMANDS.verify, schema: verifySchema, command: connections.verify },
  {
    to: ({ connectionId }) => `/connections/${showId(connectionId)}`,
    limit: { points: 60, within: HOUR, why: 'each calls AWS' },
  },
);
