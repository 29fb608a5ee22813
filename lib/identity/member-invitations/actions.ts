'use server';

import { DAY, HOUR } from '@/lib/core/time';
import { ANSWERS } from '@/lib/identity/invitations/rules';
import { AnswerInvitation, OneInvitation } from '@/lib/identity/invitations/schema';
import { pageOf } from '@/lib/identity/members/schema';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { MEMBER_INVITATION_COMMANDS } from './rights';
import { Invite } from './schema';

export const invite = action(
  { may: MEMBER_INVITATION_COMMANDS.invite, schema: Invite, command: commands.invite, creates: true },
  {
    to: (_, form) =>
      form.get('customerId')
        ? `/members?customer=${form.get('customerId')}&done=invited`
        : `/company/members?company=${form.get('companyId')}&done=invited`,
    limit: { points: 20, within: HOUR, closed: true, why: 'each is an email to an address they name' },
  },
);

export const sendAgain = action(
  { may: MEMBER_INVITATION_COMMANDS.sendAgain, schema: OneInvitation, command: commands.sendAgain },
  {
    to: ({ tenant }) => `${pageOf(tenant)}&done=again`,
    limit: { points: 10, within: DAY, closed: true, why: 'each is the same email again' },
  },
);

export const withdraw = action(
  { may: MEMBER_INVITATION_COMMANDS.withdraw, schema: OneInvitation, command: commands.withdraw },
  { to: ({ tenant }) => pageOf(tenant) },
);

export const accept = action(
  {
    may: MEMBER_INVITATION_COMMANDS.accept,
    schema: AnswerInvitation,
    command: commands.accept,
    creates: true,
  },
  {
    to: ({ tenant }) => (tenant.side === 'customer' ? '/requests' : '/company?joined=1'),
    limit: ANSWERS,
  },
);

export const decline = action(
  { may: MEMBER_INVITATION_COMMANDS.decline, schema: AnswerInvitation, command: commands.decline },
  { to: () => '/settings#invitations', limit: ANSWERS },
);
