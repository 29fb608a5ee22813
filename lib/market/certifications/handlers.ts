import { type Actor, CLOCK } from '@/lib/core/rights';
import type { Tx } from '@/lib/platform/db/transaction';
import { perform } from '@/lib/platform/doors/perform';
import { expireNext, warnNext } from './commands';

const MOST = 500;

const each = (next: (tx: Tx, actor: Actor) => Promise<boolean>) => async () => {
  let done = 0;
  while (done < MOST && (await perform(CLOCK, (tx) => next(tx, CLOCK)))) done += 1;
  return done;
};

/** What the clock does here, one transaction each: certifications expire, and their experts are warned before. */
export const sweeps: { name: string; run: () => Promise<number> }[] = [
  { name: 'experts.expire', run: each(expireNext) },
  { name: 'experts.warn', run: each(warnNext) },
];
