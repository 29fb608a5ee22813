'use server';

import { GUESSES } from '@/lib/identity/factors/rules';
import { Nothing } from '@/lib/identity/factors/schema';
import { OF_PASSKEYS } from '@/lib/identity/passkeys/rules';
import { onward, onwardByCode, stays } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { STEP_UP_COMMANDS } from './rights';
import { OF_MAILS } from './rules';
import { AskConfirm, Confirm, UsePasskey } from './schema';

export const confirm = action(
  { may: STEP_UP_COMMANDS.confirm, schema: Confirm, command: commands.confirm },
  { ...onwardByCode, limit: GUESSES },
);

export const askConfirmCode = action(
  { may: STEP_UP_COMMANDS.askConfirmCode, schema: AskConfirm, command: commands.askConfirmCode },
  {
    to: ({ to }, form) => (stays(form) ? '' : to),
    limit: OF_MAILS,
  },
);

export const askPasskeyConfirm = action(
  { may: STEP_UP_COMMANDS.askPasskeyConfirm, schema: Nothing, command: commands.askPasskeyConfirm },
  { limit: OF_PASSKEYS },
);

export const confirmByPasskey = action(
  { may: STEP_UP_COMMANDS.confirmByPasskey, schema: UsePasskey, command: commands.confirmByPasskey },
  { ...onward, limit: OF_PASSKEYS },
);
