import { setTimeout as wait } from 'node:timers/promises';

/** What only looks waits no longer than this at a time: watching matters, too. */
const MOST_MS = 5_000;

/** Accesses that this broker is ending at the moment. */
const endings = new Set<Promise<unknown>>();

/** Ends an access, ahead of whatever only looks: the broker has one processor for both. */
export async function ending<T>(work: () => Promise<T>): Promise<T> {
  const mine = work();
  endings.add(mine);
  try {
    return await mine;
  } finally {
    endings.delete(mine);
  }
}

/** Lets those go first who are ending an access. */
export async function endingsFirst(): Promise<void> {
  const until = performance.now() + MOST_MS;
  for (let left = MOST_MS; endings.size > 0 && left > 0; left = until - performance.now())
    await Promise.race([Promise.allSettled(endings), wait(left, undefined, { ref: false })]);
}
