'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import { accept, decline, request, withdraw } from './commands';
import { PERMISSION_REQUEST_COMMANDS } from './rights';
import { acceptSchema, declineSchema, requestSchema, withdrawSchema } from './schema';

const address = (id: string) => `/access/${showId(id)}`;

export const requestAccess = action(
  { may: PERMISSION_REQUEST_COMMANDS.request, schema: requestSchema, command: request, creates: true },
  {
    to: ({ permissionRequestId }) => address(permissionRequestId),
    limit: { points: 20, within: HOUR, why: 'each sends the customer an email' },
  },
);

export const acceptAccess = action(
  { may: PERMISSION_REQUEST_COMMANDS.accept, schema: acceptSchema, command: accept, creates: true },
  { to: ({ grantId }) => address(grantId) },
);

export const declineAccess = action(
  { may: PERMISSION_REQUEST_COMMANDS.decline, schema: declineSchema, command: decline },
  { to: ({ permissionRequestId }) => address(permissionRequestId) },
);

export const withdrawAccess = action(
  { may: PERMISSION_REQUEST_COMMANDS.withdraw, schema: withdrawSchema, command: withdraw },
  { to: ({ permissionRequestId }) => address(permissionRequestId) },
);
