'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { METHOD_COMMANDS } from './rights';
import { RemoveMethod } from './schema';

export const removeMethod = action(
  { may: METHOD_COMMANDS.removeMethod, schema: RemoveMethod, command: commands.removeMethod },
  { to: () => '/payment-methods?removed=1' },
);
