'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { CERTIFICATION_COMMANDS } from './rights';
import { Revoke } from './schema';

export const revoke = action(
  { may: CERTIFICATION_COMMANDS.revoke, schema: Revoke, command: commands.revoke },
  { to: ({ certificationId }) => `/admin/verification/${showId(certificationId)}` },
);
