'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/doors/action';
import * as commands from './commands';
import * as profile from './commands-profile';
import * as verification from './commands-verify';
import { AddClaim, EditProfile, Register, Reject, SetHandle, Undo, Verify } from './schema';

export const register = action(
  { name: 'experts.register', schema: Register, command: commands.register },
  { to: () => '/profile', limit: { name: 'experts.register', points: 10, seconds: 3600 } },
);

export const claim = action(
  { name: 'experts.claim', schema: AddClaim, command: commands.claim },
  { to: () => '/profile#certifications', limit: { name: 'experts.claim', points: 20, seconds: 3600 } },
);

export const editProfile = action(
  { name: 'experts.editProfile', schema: EditProfile, command: profile.editProfile },
  { to: ({ expertId }) => `/profile?of=${showId(expertId)}` },
);

export const setHandle = action(
  { name: 'experts.setHandle', schema: SetHandle, command: profile.setHandle },
  {
    to: ({ expertId }) => `/profile?of=${showId(expertId)}#address`,
    limit: { name: 'experts.setHandle', points: 20, seconds: 3600 },
  },
);

type Decided = { certificationId: string; nextId: string | null };
/** The next claim opens by itself; the one just decided can be taken back from there. */
const toNext = ({ certificationId, nextId }: Decided) =>
  `/admin/verification${nextId ? `/${showId(nextId)}` : ''}?decided=${showId(certificationId)}`;

export const verify = action(
  { name: 'experts.verify', schema: Verify, command: verification.verify },
  { to: toNext },
);

export const reject = action(
  { name: 'experts.reject', schema: Reject, command: verification.reject },
  { to: toNext },
);

export const undo = action(
  { name: 'experts.undo', schema: Undo, command: verification.undo },
  { to: ({ certificationId }) => `/admin/verification/${showId(certificationId)}` },
);
