'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import * as life from './commands';
import { Close, Edit } from './schema';

export const edit = action(
  { name: 'companies.edit', schema: Edit, command: commands.edit },
  { to: () => '/company?saved=1' },
);

export const close = action(
  { name: 'companies.close', schema: Close, command: life.close },
  { to: () => '/company?closed=1' },
);
