'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { RESPONSE_COMMANDS } from './rights';
import { RESPONSES } from './rules';
import { ArchiveResponse, Respond, WithdrawResponse } from './schema';

/** On to the conversation that the response has opened. */
export const respond = action(
  { may: RESPONSE_COMMANDS.respond, schema: Respond, command: commands.respond, creates: true },
  { to: ({ responseId }) => `/conversations/${showId(responseId)}`, limit: RESPONSES },
);

export const withdrawResponse = action(
  { may: RESPONSE_COMMANDS.withdraw, schema: WithdrawResponse, command: commands.withdraw },
  { to: ({ responseId }) => `/conversations/${showId(responseId)}` },
);

/** Back to the request, which offers to undo it. */
export const archiveResponse = action(
  { may: RESPONSE_COMMANDS.archive, schema: ArchiveResponse, command: commands.archive },
  {
    to: ({ requestId, responseId }, form) =>
      `/requests/${showId(requestId)}${form.get('archived') === 'true' ? `?archived=${showId(responseId)}` : ''}`,
  },
);
