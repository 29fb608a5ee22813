'use server';

import { showId } from '@/lib/core/id';
import { DAY } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { MEMBER_COMMANDS } from './rights';
import { AskRight, Leave, pageOf, Remove, SetRights, TakeOver } from './schema';

export const setRights = action(
  { may: MEMBER_COMMANDS.setRights, schema: SetRights, command: commands.setRights },
  { to: ({ tenant }) => pageOf(tenant) },
);

export const remove = action(
  { may: MEMBER_COMMANDS.remove, schema: Remove, command: commands.remove },
  { to: ({ tenant }) => pageOf(tenant) },
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
  { limit: { points: 6, within: DAY, closed: true, why: 'each is an email to every owner' } },
);
