'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import { revoke } from './commands';
import { revokeSchema } from './schema';

export const revokeAccess = action(
  { name: 'grants.revoke', schema: revokeSchema, command: revoke },
  { to: ({ grantId }) => `/access/${showId(grantId)}` },
);
