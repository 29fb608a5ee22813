import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import { forgetDrafts } from './commands-drafts';
import { noteNextUnanswered } from './commands-unanswered';

const MOST = 200;

/** What the clock does here, one transaction each. */
export const sweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'requests.noteUnanswered',
    run: async () => {
      let done = 0;
      while (done < MOST && (await perform(CLOCK, (tx) => noteNextUnanswered(tx, CLOCK)))) done += 1;
      return done;
    },
  },
  {
    name: 'requests.forgetDrafts',
    run: async () => {
      await perform(CLOCK, (tx) => forgetDrafts(tx, CLOCK));
      return 0;
    },
  },
];
