'use server';

import { showId } from '@/lib/core/id';
import { DAY } from '@/lib/core/time';
import { ANSWERS } from '@/lib/identity/invitations/rules';
import { AnswerInvitation, OneInvitation } from '@/lib/identity/invitations/schema';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { CLIENT_COMMANDS } from './rights';
import { AcceptInvitation, InviteClient } from './schema';

export const inviteClient = action(
  { may: CLIENT_COMMANDS.invite, schema: InviteClient, command: commands.invite, creates: true },
  {
    to: () => '/clients?invited=yes',
    limit: { points: 20, within: DAY, closed: true, why: 'each emails an address the person enters' },
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
  { may: CLIENT_COMMANDS.decline, schema: AnswerInvitation, command: commands.decline },
  {
    to: ({ invitationId }) => `/client-invitations/${showId(invitationId)}`,
    limit: ANSWERS,
  },
);
