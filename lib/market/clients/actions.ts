'use server';

import { showId } from '@/lib/core/id';
import { DAY, MINUTE } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { CLIENT_COMMANDS } from './rights';
import { AcceptInvitation, DeclineInvitation, InviteClient, OneInvitation } from './schema';

const ANSWERS = {
  points: 30,
  within: 10 * MINUTE,
  why: 'an invitation may be answered with a secret, which nobody may guess at',
};

export const inviteClient = action(
  { may: CLIENT_COMMANDS.invite, schema: InviteClient, command: commands.invite, creates: true },
  {
    to: () => '/clients?invited=yes',
    limit: { points: 20, within: DAY, closed: true, why: 'each is a mail to whom the person names' },
  },
);

export const withdrawInvitation = action(
  { may: CLIENT_COMMANDS.withdraw, schema: OneInvitation, command: commands.withdraw },
  { to: () => '/clients' },
);

export const acceptInvitation = action(
  { may: CLIENT_COMMANDS.accept, schema: AcceptInvitation, command: commands.accept, creates: true },
  {
    to: ({ requestId }) => `/requests/${showId(requestId)}`,
    limit: ANSWERS,
  },
);

export const declineInvitation = action(
  { may: CLIENT_COMMANDS.decline, schema: DeclineInvitation, command: commands.decline },
  {
    to: ({ invitationId }) => `/client-invitations/${showId(invitationId)}`,
    limit: ANSWERS,
  },
);
