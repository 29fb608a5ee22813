import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/doors/perform';
import { forgetDrafts } from './commands-drafts';

/** What the clock does here. */
export const sweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'requests.forgetDrafts',
    run: async () => {
      await perform(CLOCK, (tx) => forgetDrafts(tx, CLOCK));
      return 0;
    },
  },
];
