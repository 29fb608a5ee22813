import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/doors/perform';
import { expireNext } from './commands';

const MOST = 500;

/** What the clock does here: certifications whose last day is over expire, one transaction each. */
export const sweeps: { name: string; run: () => Promise<number> }[] = [
  {
    name: 'experts.expire',
    run: async () => {
      let done = 0;
      while (done < MOST && (await perform(CLOCK, (tx) => expireNext(tx, CLOCK)))) done += 1;
      return done;
    },
  },
];
