import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const SIGN_IN_COMMANDS = commands('auth', {
  askSignIn: { by: ['anyone'] },
  signIn: { by: ['anyone'] },
  giveFactor: { by: ['anyone'] },
  askPasskeyFactor: { by: ['anyone'] },
  giveFactorByPasskey: { by: ['anyone'] },
  askPasskeySignIn: { by: ['anyone'] },
  signInByPasskey: { by: ['anyone'] },
});
