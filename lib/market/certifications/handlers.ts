import { CLOCK } from '@/lib/core/rights';
import { perform } from '@/lib/platform/doors/perform';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { warnNext } from './commands';

const MOST = 500;

/** Gives each expert the warning that is due, one transaction each. */
async function warn(): Promise<number> {
  let done = 0;
  while (done < MOST && (await perform(CLOCK, (tx) => warnNext(tx, CLOCK)))) done += 1;
  return done;
}

export const sweeps: Sweep[] = [{ name: 'experts.warn', run: warn }];
