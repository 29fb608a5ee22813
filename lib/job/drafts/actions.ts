'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { DRAFT_COMMANDS } from './rights';
import { SaveDraft } from './schema';

/** Saved while somebody types, where the page stays as it is; or by a button, also without JavaScript. */
export const saveDraft = action(
  { may: DRAFT_COMMANDS.save, schema: SaveDraft, command: commands.saveDraft },
  {
    limit: { points: 1_200, within: HOUR, why: 'while typing, a write every three seconds' },
    to: ({ conversationId, form }, posted) =>
      posted.get('stay') === 'yes'
        ? ''
        : `/conversations/${showId(conversationId)}/${form === 'message' ? '' : `${form}?draft=saved`}`,
  },
);
