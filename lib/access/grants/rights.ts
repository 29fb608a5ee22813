import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const GRANT_COMMANDS = commands('grants', {
  revoke: { by: ['customer:grant'] },
  openSession: { by: ['company:access'], proof: 'access' },
  provision: { by: ['vendor'] },
  teardown: { by: ['vendor', 'clock'] },
});
