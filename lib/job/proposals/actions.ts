'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { PROPOSAL_COMMANDS } from './rights';
import { Accept, Complete, Decline, End, Propose, Withdraw } from './schema';

const toJob = ({ conversationId }: commands.Decided) => `/conversations/${showId(conversationId)}`;

export const propose = action(
  { may: PROPOSAL_COMMANDS.propose, schema: Propose, command: commands.propose, creates: true },
  { to: toJob, limit: { points: 20, within: HOUR, why: 'each sends the customer an email' } },
);

export const accept = action(
  { may: PROPOSAL_COMMANDS.accept, schema: Accept, command: commands.accept },
  { to: toJob },
);

export const decline = action(
  { may: PROPOSAL_COMMANDS.decline, schema: Decline, command: commands.decline },
  { to: toJob },
);

export const withdraw = action(
  { may: PROPOSAL_COMMANDS.withdraw, schema: Withdraw, command: commands.withdraw },
  { to: toJob },
);

export const complete = action(
  { may: PROPOSAL_COMMANDS.complete, schema: Complete, command: commands.complete },
  { to: toJob },
);

export const end = action({ may: PROPOSAL_COMMANDS.end, schema: End, command: commands.end }, { to: toJob });
