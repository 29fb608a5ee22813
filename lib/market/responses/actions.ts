'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import * as ofCustomer from './commands-customer';
import * as ofDrafts from './commands-drafts';
import { RESPONSE_COMMANDS } from './rights';
import { ArchiveResponse, ReleaseAnswer, Respond, SaveResponseDraft, WithdrawResponse } from './schema';

const RESPONSES = {
  of: RESPONSE_COMMANDS.respond,
  points: 30,
  within: HOUR,
  why: 'each is mailed to the customer; one budget with those that are held',
} as const;

/** On to the conversation that the response has opened. */
export const respond = action(
  { may: RESPONSE_COMMANDS.respond, schema: Respond, command: commands.respond, creates: true },
  { to: ({ responseId }) => `/conversations/${showId(responseId)}`, limit: RESPONSES },
);

export const withdrawResponse = action(
  { may: RESPONSE_COMMANDS.withdraw, schema: WithdrawResponse, command: commands.withdraw },
  { to: ({ responseId }) => `/conversations/${showId(responseId)}` },
);

/** Saved while somebody types, where the page stays as it is; or by its button, also without JavaScript. */
export const saveResponseDraft = action(
  { may: RESPONSE_COMMANDS.saveDraft, schema: SaveResponseDraft, command: ofDrafts.saveDraft },
  {
    to: ({ requestId }, form) => (form.get('stay') === 'yes' ? '' : `/work/${showId(requestId)}?draft=saved`),
  },
);

export const holdAnswer = action(
  { may: RESPONSE_COMMANDS.hold, schema: Respond, command: ofDrafts.hold },
  { limit: RESPONSES, to: ({ requestId }) => `/work/${showId(requestId)}` },
);

export const releaseAnswer = action(
  { may: RESPONSE_COMMANDS.release, schema: ReleaseAnswer, command: ofDrafts.release },
  { to: ({ requestId }) => `/work/${showId(requestId)}` },
);

/** Back to the request, which offers to undo it. */
export const archiveResponse = action(
  { may: RESPONSE_COMMANDS.archive, schema: ArchiveResponse, command: ofCustomer.archive },
  {
    to: ({ requestId, responseId }, form) =>
      `/requests/${showId(requestId)}${form.get('archived') === 'true' ? `?archived=${showId(responseId)}` : ''}`,
  },
);
