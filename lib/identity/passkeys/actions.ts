'use server';

import { Nothing } from '@/lib/identity/factors/schema';
import { onward } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { PASSKEY_COMMANDS } from './rights';
import { OF_PASSKEYS } from './rules';
import { EnrolPasskey, NamePasskey, OnePasskey } from './schema';

export const askPasskey = action(
  { may: PASSKEY_COMMANDS.askPasskey, schema: Nothing, command: commands.askPasskey },
  { limit: OF_PASSKEYS },
);

export const enrolPasskey = action(
  { may: PASSKEY_COMMANDS.enrolPasskey, schema: EnrolPasskey, command: commands.enrolPasskey },
  { ...onward, limit: OF_PASSKEYS },
);

export const renamePasskey = action(
  { may: PASSKEY_COMMANDS.renamePasskey, schema: NamePasskey, command: commands.renamePasskey },
  { to: () => '/settings/security#passkeys' },
);

export const removePasskey = action(
  { may: PASSKEY_COMMANDS.removePasskey, schema: OnePasskey, command: commands.removePasskey },
  { to: () => '/settings/security?changed=1' },
);
