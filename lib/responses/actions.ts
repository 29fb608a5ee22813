'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/doors/action';
import * as commands from './commands';
import { Respond, WithdrawResponse } from './schema';

const RESPONSES = { name: 'responses.respond', points: 30, seconds: 3600 };

/** On to the conversation that the response has opened. */
export const respond = action(
  { name: 'responses.respond', schema: Respond, command: commands.respond },
  { to: ({ responseId }) => `/conversations/${showId(responseId)}`, limit: RESPONSES },
);

export const withdrawResponse = action(
  { name: 'responses.withdraw', schema: WithdrawResponse, command: commands.withdraw },
  { to: ({ responseId }) => `/conversations/${showId(responseId)}` },
);
