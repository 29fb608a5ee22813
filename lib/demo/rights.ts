import { commands } from '@/lib/core/rights';

/** The commands of this noun: who may run each, and what they must have proved. */
export const DEMO_COMMANDS = {
  ...commands('auth', {
    enterDemo: { by: ['anyone'] },
  }),
  ...commands('demo', {
    moveClock: { by: ['anyone'] },
  }),
};
