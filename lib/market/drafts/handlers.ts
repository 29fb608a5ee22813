import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { forgetDrafts } from './commands';

export const sweeps: readonly Sweep[] = [
  {
    name: 'requests.forgetDrafts',
    run: async () => {
      await perform(CLOCK, (tx) => forgetDrafts(tx, CLOCK));
      return 0;
    },
  },
];
