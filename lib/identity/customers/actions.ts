'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { Rename } from './schema';

export const rename = action(
  { name: 'customers.rename', schema: Rename, command: commands.rename },
  { to: () => '/settings' },
);
