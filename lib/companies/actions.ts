'use server';

import { action } from '@/lib/doors/action';
import * as commands from './commands';
import { Edit } from './schema';

export const edit = action(
  { name: 'companies.edit', schema: Edit, command: commands.edit },
  { to: () => '/company' },
);
