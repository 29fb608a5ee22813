'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as connections from './commands';
import { addSchema, verifySchema } from './schema';

export const addConnection = action(
  { name: 'connections.add', schema: addSchema, command: connections.add, creates: true },
  {
    to: ({ connectionId }) => `/connections/${showId(connectionId)}`,
    limit: { name: 'connections.add', points: 20, seconds: 3_600 },
  },
);

export const verifyConnection = action(
  { name: 'connections.verify', schema: verifySchema, command: connections.verify },
  {
    to: ({ connectionId }) => `/connections/${showId(connectionId)}`,
    limit: { name: 'connections.verify', points: 60, seconds: 3_600 },
  },
);
