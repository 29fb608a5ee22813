'use server';

import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { SAVED_SEARCH_COMMANDS } from './rights';
import { EditSearch, RemoveSearch, SaveSearch } from './schema';

const SEARCHES = {
  of: SAVED_SEARCH_COMMANDS.save,
  points: 60,
  within: HOUR,
  why: 'each is compared with every new request',
} as const;

export const saveSearch = action(
  { may: SAVED_SEARCH_COMMANDS.save, schema: SaveSearch, command: commands.saveSearch, creates: true },
  { limit: SEARCHES, to: () => '/work/searches' },
);

export const editSearch = action(
  { may: SAVED_SEARCH_COMMANDS.edit, schema: EditSearch, command: commands.editSearch },
  { limit: SEARCHES, to: () => '/work/searches' },
);

export const removeSearch = action(
  { may: SAVED_SEARCH_COMMANDS.remove, schema: RemoveSearch, command: commands.removeSearch },
  { to: () => '/work/searches' },
);
