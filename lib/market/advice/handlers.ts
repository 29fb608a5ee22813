import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { noteNextUnanswered } from './commands';

const MOST = 200;

/** What the clock does here, one transaction each. */
export const sweeps: readonly Sweep[] = [
  {
    name: 'requests.noteUnanswered',
    run: async () => {
      let done = 0;
      while (done < MOST && (await perform(CLOCK, (tx) => noteNextUnanswered(tx, CLOCK)))) done += 1;
      return done;
    },
  },
];
