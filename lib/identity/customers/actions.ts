'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { CUSTOMER_COMMANDS } from './rights';
import { Rename } from './schema';

export const rename = action(
  { may: CUSTOMER_COMMANDS.rename, schema: Rename, command: commands.rename },
  { to: () => '/settings' },
);
