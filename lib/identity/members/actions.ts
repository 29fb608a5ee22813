'use server';

import { showId } from '@/lib/core/id';
import { DAY, HOUR, MINUTE } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import * as invitations from './commands-invite';
import { MEMBER_COMMANDS } from './rights';
import {
  AnswerInvitation,
  AskRight,
  Invite,
  Leave,
  OneInvitation,
  Remove,
  SetRights,
  TakeOver,
  type Tenant,
} from './schema';

const pageOf = ({ side, id }: Tenant) =>
  side === 'customer' ? `/members?customer=${id}` : `/company/members?company=${id}`;
const ANSWERS = {
  points: 30,
  within: 10 * MINUTE,
  why: 'an invitation may be answered with a secret, which nobody may guess at',
};
const back = ({ tenant }: { tenant: Tenant }) => pageOf(tenant);

export const invite = action(
  { may: MEMBER_COMMANDS.invite, schema: Invite, command: invitations.invite, creates: true },
  {
    to: (_, form) =>
      form.get('customerId')
        ? `/members?customer=${form.get('customerId')}&done=invited`
        : `/company/members?company=${form.get('companyId')}&done=invited`,
    limit: { points: 20, within: HOUR, closed: true, why: 'each is a mail to whom the person names' },
  },
);

export const sendAgain = action(
  { may: MEMBER_COMMANDS.sendAgain, schema: OneInvitation, command: invitations.sendAgain },
  {
    to: ({ tenant }) => `${pageOf(tenant)}&done=again`,
    limit: { points: 10, within: DAY, closed: true, why: 'each is the same mail again' },
  },
);

export const withdraw = action(
  { may: MEMBER_COMMANDS.withdraw, schema: OneInvitation, command: invitations.withdraw },
  { to: back },
);

export const accept = action(
  { may: MEMBER_COMMANDS.accept, schema: AnswerInvitation, command: invitations.accept, creates: true },
  {
    to: ({ tenant }) => (tenant.side === 'customer' ? '/requests' : '/company?joined=1'),
    limit: ANSWERS,
  },
);

export const decline = action(
  { may: MEMBER_COMMANDS.decline, schema: AnswerInvitation, command: invitations.decline },
  { to: () => '/settings#invitations', limit: ANSWERS },
);

export const setRights = action(
  { may: MEMBER_COMMANDS.setRights, schema: SetRights, command: commands.setRights },
  { to: back },
);

export const remove = action(
  { may: MEMBER_COMMANDS.remove, schema: Remove, command: commands.remove },
  { to: back },
);

export const leave = action(
  { may: MEMBER_COMMANDS.leave, schema: Leave, command: commands.leave },
  { to: () => '/settings?left=1' },
);

export const takeOver = action(
  { may: MEMBER_COMMANDS.takeOver, schema: TakeOver, command: commands.takeOver },
  { to: ({ personId }) => `/admin/people?person=${showId(personId)}` },
);

/** Stays on the page, which shows that it was asked: what the right is for is there. */
export const askRight = action(
  { may: MEMBER_COMMANDS.askRight, schema: AskRight, command: commands.askRight, creates: true },
  { limit: { points: 6, within: DAY, closed: true, why: 'each is a mail to every owner' } },
);
