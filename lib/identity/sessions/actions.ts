'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { SESSION_COMMANDS } from './rights';
import { EndSession } from './schema';

export const endSession = action(
  { may: SESSION_COMMANDS.endSession, schema: EndSession, command: commands.endSession },
  { to: () => '/settings/security#sessions' },
);
