'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { EDIT_COMMANDS } from './rights';
import { EditRequest } from './schema';

export const editRequest = action(
  { may: EDIT_COMMANDS.edit, schema: EditRequest, command: commands.edit },
  { to: ({ requestId }) => `/requests/${showId(requestId)}` },
);
