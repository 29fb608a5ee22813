'use server';

import { showId } from '@/lib/core/id';
import { action } from '@/lib/doors/action';
import * as commands from './commands';
import { AddClaim, EditProfile, Register, Reject, Verify } from './schema';

export const register = action(
  { name: 'experts.register', schema: Register, command: commands.register },
  { to: () => '/profile', limit: { name: 'experts.register', points: 10, seconds: 3600 } },
);

export const claim = action(
  { name: 'experts.claim', schema: AddClaim, command: commands.claim },
  { to: () => '/profile#certifications', limit: { name: 'experts.claim', points: 20, seconds: 3600 } },
);

export const editProfile = action(
  { name: 'experts.editProfile', schema: EditProfile, command: commands.editProfile },
  { to: () => '/profile' },
);

const toClaim = ({ certificationId }: { certificationId: string }) =>
  `/admin/verification/${showId(certificationId)}`;

export const verify = action(
  { name: 'experts.verify', schema: Verify, command: commands.verify },
  { to: toClaim },
);

export const reject = action(
  { name: 'experts.reject', schema: Reject, command: commands.reject },
  { to: toClaim },
);
