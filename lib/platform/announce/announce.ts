import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Announcement } from './events';

/**
 * Tells every realtime process, at commit, what has changed: `pg_notify('rt', ids)`. A notification holds at most 8,000
 * bytes, so long lists of people go in several.
 */
export async function announce(tx: Tx, change: Announcement): Promise<void> {
  const people = change.personIds ?? [];
  const parts = people.length > 100 ? chunks(people, 100) : [change.personIds];
  for (const personIds of parts)
    await rowsOf(tx).$executeRaw`SELECT pg_notify('rt', ${JSON.stringify({ ...change, personIds })})`;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
