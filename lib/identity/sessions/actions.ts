'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { EndSession } from './schema';

export const endSession = action(
  { name: 'people.endSession', schema: EndSession, command: commands.endSession },
  { to: () => '/settings/security#sessions' },
);
