'use server';

import { showId } from '@/lib/core/id';
import { RESPONSES } from '@/lib/market/responses/rules';
import { Respond } from '@/lib/market/responses/schema';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { RESPONSE_DRAFT_COMMANDS } from './rights';
import { ReleaseAnswer, SaveResponseDraft } from './schema';

/** Saved while somebody types, where the page stays as it is; or by its button, also without JavaScript. */
export const saveResponseDraft = action(
  { may: RESPONSE_DRAFT_COMMANDS.saveDraft, schema: SaveResponseDraft, command: commands.saveDraft },
  {
    to: ({ requestId }, form) => (form.get('stay') === 'yes' ? '' : `/work/${showId(requestId)}?draft=saved`),
  },
);

export const holdAnswer = action(
  { may: RESPONSE_DRAFT_COMMANDS.hold, schema: Respond, command: commands.hold },
  { limit: RESPONSES, to: ({ requestId }) => `/work/${showId(requestId)}` },
);

export const releaseAnswer = action(
  { may: RESPONSE_DRAFT_COMMANDS.release, schema: ReleaseAnswer, command: commands.release },
  { to: ({ requestId }) => `/work/${showId(requestId)}` },
);
