import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const PERMISSION_REQUEST_COMMANDS = commands('grants', {
  request: { by: ['company:access'] },
  withdraw: { by: ['company:access'] },
  accept: { by: ['customer:grant'], proof: 'access' },
  decline: { by: ['customer:grant'] },
});
