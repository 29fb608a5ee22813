'use server';

import { onwardByCode } from '@/lib/identity/sessions/cookies';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { GUESSES } from './rules';
import { AppCode, Nothing, Onward } from './schema';

export const askFactorAtSignIn = action(
  { name: 'auth.askFactorAtSignIn', schema: Nothing, command: commands.askFactorAtSignIn },
  { to: () => '/settings/security#when' },
);

export const askFactorLater = action(
  { name: 'auth.askFactorLater', schema: Nothing, command: commands.askFactorLater },
  { to: () => '/settings/security#when' },
);

export const enrolAuthenticator = action(
  { name: 'auth.enrolAuthenticator', schema: Onward, command: commands.enrolAuthenticator },
  {
    to: ({ next }) => `/settings/security/authenticator${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  },
);

export const confirmAuthenticator = action(
  { name: 'auth.confirmAuthenticator', schema: AppCode, command: commands.confirmAuthenticator },
  { ...onwardByCode, limit: GUESSES },
);

export const removeAuthenticator = action(
  { name: 'auth.removeAuthenticator', schema: Nothing, command: commands.removeAuthenticator },
  { to: () => '/settings/security?changed=1' },
);

export const makeRecoveryCodes = action({
  name: 'auth.makeRecoveryCodes',
  schema: Nothing,
  command: commands.makeRecoveryCodes,
});
