import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const FACTOR_COMMANDS = commands('auth', {
  askFactorAtSignIn: { by: ['person'] },
  askFactorLater: { by: ['person'], proof: 'factors' },
  enrolAuthenticator: { by: ['person'], proof: 'factors' },
  confirmAuthenticator: { by: ['person'], proof: 'factors' },
  removeAuthenticator: { by: ['person'], proof: 'factors' },
  makeRecoveryCodes: { by: ['person'], proof: 'factors' },
});
