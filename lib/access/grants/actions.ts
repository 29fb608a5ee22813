'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import { revoke } from './commands';
import { GRANT_COMMANDS } from './rights';
import { revokeSchema } from './schema';

export const revokeAccess = action(
  { may: GRANT_COMMANDS.revoke, schema: revokeSchema, command: revoke },
  { to: ({ grantId }) => `/access/${showId(grantId)}` },
);
