'use server';

import { showId } from '@/lib/core/id';
import { ownPath } from '@/lib/core/path';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { EXPERT_COMMANDS } from './rights';
import { AddClaim, AddProfile, EditProfile, Register, SetHandle } from './schema';

/** Where somebody came from: the request that they wanted to answer, for instance. */
const back = (form: FormData) => ownPath(form.get('next')?.toString());
const PROFILES = {
  of: EXPERT_COMMANDS.register,
  points: 10,
  within: HOUR,
  why: 'each appears in the directory; one budget with and without a company',
} as const;
const onward = (_: unknown, form: FormData) => back(form) ?? '/work';

export const register = action(
  { may: EXPERT_COMMANDS.register, schema: Register, command: commands.register, creates: true },
  { to: onward, limit: PROFILES },
);

export const addProfile = action(
  { may: EXPERT_COMMANDS.addProfile, schema: AddProfile, command: commands.addProfile, creates: true },
  { to: onward, limit: PROFILES },
);

export const claim = action(
  { may: EXPERT_COMMANDS.claim, schema: AddClaim, command: commands.claim, creates: true },
  {
    to: (_, form) => back(form) ?? '/profile#certifications',
    limit: { points: 20, within: HOUR, why: 'an admin looks at each' },
  },
);

// Without a place in the page: Next takes a way that leads to another place of the same page for a jump, and shows no news.
const saved = ({ expertId }: { expertId: string }) => `/profile?of=${showId(expertId)}&saved=1`;

export const editProfile = action(
  { may: EXPERT_COMMANDS.editProfile, schema: EditProfile, command: commands.editProfile },
  { to: saved },
);

export const setHandle = action(
  { may: EXPERT_COMMANDS.setHandle, schema: SetHandle, command: commands.setHandle },
  {
    to: saved,
    limit: { points: 20, within: HOUR, why: 'it reveals which links are taken' },
  },
);
