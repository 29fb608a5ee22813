'use server';

import { GUESSES } from '@/lib/identity/factors/rules';
import { Nothing } from '@/lib/identity/factors/schema';
import { passkeyLimit } from '@/lib/identity/passkeys/rules';
import { onward, onwardByCode } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { AskConfirm, Confirm, UsePasskey } from './schema';

export const confirm = action(
  { name: 'auth.confirm', schema: Confirm, command: commands.confirm },
  { ...onwardByCode, limit: GUESSES },
);

export const askConfirmCode = action(
  { name: 'auth.askConfirmCode', schema: AskConfirm, command: commands.askConfirmCode },
  {
    to: ({ to }) => to,
    limit: { name: 'auth.askConfirmCode', points: 10, seconds: 600, closed: true, network: 'apart' },
  },
);

export const askPasskeyConfirm = action(
  { name: 'auth.askPasskeyConfirm', schema: Nothing, command: commands.askPasskeyConfirm },
  passkeyLimit('auth.askPasskeyConfirm', 30),
);

export const confirmByPasskey = action(
  { name: 'auth.confirmByPasskey', schema: UsePasskey, command: commands.confirmByPasskey },
  { ...onward, ...passkeyLimit('auth.confirmByPasskey', 30) },
);
