'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import * as invitations from './commands-invite';
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
  seconds: 600,
  why: 'an invitation may be answered with a secret, which nobody may guess at',
};
const back = ({ tenant }: { tenant: Tenant }) => pageOf(tenant);

export const invite = action(
  { name: 'members.invite', schema: Invite, command: invitations.invite, creates: true },
  {
    to: (_, form) =>
      form.get('customerId')
        ? `/members?customer=${form.get('customerId')}&done=invited`
        : `/company/members?company=${form.get('companyId')}&done=invited`,
    limit: { points: 20, seconds: 3600, closed: true, why: 'each is a mail to whom the person names' },
  },
);

export const sendAgain = action(
  { name: 'members.sendAgain', schema: OneInvitation, command: invitations.sendAgain },
  {
    to: ({ tenant }) => `${pageOf(tenant)}&done=again`,
    limit: { points: 10, seconds: 86_400, closed: true, why: 'each is the same mail again' },
  },
);

export const withdraw = action(
  { name: 'members.withdraw', schema: OneInvitation, command: invitations.withdraw },
  { to: back },
);

export const accept = action(
  { name: 'members.accept', schema: AnswerInvitation, command: invitations.accept, creates: true },
  {
    to: ({ tenant }) => (tenant.side === 'customer' ? '/requests' : '/company?joined=1'),
    limit: ANSWERS,
  },
);

export const decline = action(
  { name: 'members.decline', schema: AnswerInvitation, command: invitations.decline },
  { to: () => '/settings#invitations', limit: ANSWERS },
);

export const setRights = action(
  { name: 'members.setRights', schema: SetRights, command: commands.setRights },
  { to: back },
);

export const remove = action(
  { name: 'members.remove', schema: Remove, command: commands.remove },
  { to: back },
);

export const leave = action(
  { name: 'members.leave', schema: Leave, command: commands.leave },
  { to: () => '/settings?left=1' },
);

export const takeOver = action(
  { name: 'members.takeOver', schema: TakeOver, command: commands.takeOver },
  { to: ({ personId }) => `/admin/people?person=${showId(personId)}` },
);

/** Stays on the page, which shows that it was asked: what the right is for is there. */
export const askRight = action(
  { name: 'members.askRight', schema: AskRight, command: commands.askRight, creates: true },
  { limit: { points: 6, seconds: 86_400, closed: true, why: 'each is a mail to every owner' } },
);
