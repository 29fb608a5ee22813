'use server';

import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import * as life from './commands';
import { COMPANY_COMMANDS } from './rights';
import { Close, Edit } from './schema';

export const edit = action(
  { may: COMPANY_COMMANDS.edit, schema: Edit, command: commands.edit },
  { to: () => '/company?saved=1' },
);

export const close = action(
  { may: COMPANY_COMMANDS.close, schema: Close, command: life.close },
  { to: () => '/company?closed=1' },
);
