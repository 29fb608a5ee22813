'use server';

import { action } from '@/lib/platform/doors/action';
import { choosePaces } from './commands';
import { PREFERENCE_COMMANDS } from './rights';
import { ChoosePaces } from './schema';

export const choose = action(
  { may: PREFERENCE_COMMANDS.choosePaces, schema: ChoosePaces, command: choosePaces },
  { to: () => '/settings/notifications?saved=1' },
);
