'use server';

import { Nothing } from '@/lib/identity/factors/schema';
import { onward } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { OF_PASSKEYS } from './rules';
import { EnrolPasskey, NamePasskey, OnePasskey } from './schema';

export const askPasskey = action(
  { name: 'auth.askPasskey', schema: Nothing, command: commands.askPasskey },
  { limit: OF_PASSKEYS },
);

export const enrolPasskey = action(
  { name: 'auth.enrolPasskey', schema: EnrolPasskey, command: commands.enrolPasskey },
  { ...onward, limit: OF_PASSKEYS },
);

export const renamePasskey = action(
  { name: 'auth.renamePasskey', schema: NamePasskey, command: commands.renamePasskey },
  { to: () => '/settings/security#passkeys' },
);

export const removePasskey = action(
  { name: 'auth.removePasskey', schema: OnePasskey, command: commands.removePasskey },
  { to: () => '/settings/security?changed=1' },
);
