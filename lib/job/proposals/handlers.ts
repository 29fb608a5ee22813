import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { withdrawOfClosed } from './commands';

/** A company that has closed offers nothing: what nobody has answered is taken back, one transaction each. */
export const sweeps: Sweep[] = [
  {
    name: 'proposals.withdrawOfClosed',
    run: async () => Number(await perform(CLOCK, (tx) => withdrawOfClosed(tx, CLOCK))),
  },
];
