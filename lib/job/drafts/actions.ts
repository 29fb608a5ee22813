'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { DRAFT_COMMANDS } from './rights';
import { SaveDraft } from './schema';

/** Saved while somebody types, where the page stays as it is; or by a button, also without JavaScript. */
export const saveDraft = action(
  { may: DRAFT_COMMANDS.save, schema: SaveDraft, command: commands.saveDraft },
  {
    limit: { points: 1_200, seconds: 3600, why: 'while typing, a write every three seconds' },
    to: ({ conversationId, form }, posted) =>
      posted.get('stay') === 'yes'
        ? ''
        : `/conversations/${showId(conversationId)}/${form === 'message' ? '' : `${form}?draft=saved`}`,
  },
);
