import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { withdrawOfClosed } from './commands';

/** A company that has closed answers nobody any more; after its proposals, which are taken back before. */
export const sweeps: Sweep[] = [
  {
    name: 'responses.withdrawOfClosed',
    run: async () => Number(await perform(CLOCK, (tx) => withdrawOfClosed(tx, CLOCK))),
  },
];
