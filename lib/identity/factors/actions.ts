'use server';

import { onwardByCode, stays } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { FACTOR_COMMANDS } from './rights';
import { GUESSES } from './rules';
import { AppCode, Nothing, Onward } from './schema';

export const askFactorAtSignIn = action(
  { may: FACTOR_COMMANDS.askFactorAtSignIn, schema: Nothing, command: commands.askFactorAtSignIn },
  { to: () => '/settings/security#when' },
);

export const askFactorLater = action(
  { may: FACTOR_COMMANDS.askFactorLater, schema: Nothing, command: commands.askFactorLater },
  { to: () => '/settings/security#when' },
);

export const enrolAuthenticator = action(
  { may: FACTOR_COMMANDS.enrolAuthenticator, schema: Onward, command: commands.enrolAuthenticator },
  {
    to: ({ next }, form) =>
      stays(form) ? '' : `/settings/security/authenticator${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  },
);

export const confirmAuthenticator = action(
  { may: FACTOR_COMMANDS.confirmAuthenticator, schema: AppCode, command: commands.confirmAuthenticator },
  { ...onwardByCode, limit: GUESSES },
);

export const removeAuthenticator = action(
  { may: FACTOR_COMMANDS.removeAuthenticator, schema: Nothing, command: commands.removeAuthenticator },
  { to: () => '/settings/security?changed=1' },
);

export const makeRecoveryCodes = action({
  may: FACTOR_COMMANDS.makeRecoveryCodes,
  schema: Nothing,
  command: commands.makeRecoveryCodes,
});
