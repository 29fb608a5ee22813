import { type Actor, authorise } from '@/lib/core/rights';
import { MINUTE } from '@/lib/core/time';
import type { Tx } from '@/lib/platform/db/transaction';
import { AUDIT_COMMANDS } from './rights';
import { sealOf } from './seal';
import * as store from './store';

/** Entries sealed in one transaction. */
const BATCH = 500;

/**
 * An id begins with the millisecond that it was given in, and is committed by the end of its transaction, half a minute
 * later at most. So nothing is unsealed that is older by far than what was sealed last, and sealing need not look
 * through the whole history every time.
 */
const LATEST_COMMIT_MS = 10 * MINUTE;

/** The lowest id that an entry could have which was still being written when this one was sealed. */
function before(entryId: string): string {
  const given = Number.parseInt(entryId.replaceAll('-', '').slice(0, 12), 16);
  const hex = Math.max(0, given - LATEST_COMMIT_MS)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Seals the entries that are not in the chain yet, the oldest first; answers how many. One sealer at a time. */
export async function seal(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, AUDIT_COMMANDS.seal);
  if (!(await store.lockSeals(tx))) return 0;
  const last = await store.lastSeal(tx);
  const entries = await store.unsealed(tx, { from: last && before(last.entryId), most: BATCH });
  const at = await tx.now();
  let previous = last?.hash ?? '';
  const seals = entries.map((entry) => {
    previous = sealOf(previous, entry);
    return { entryId: entry.id, hash: previous, at };
  });
  if (seals.length) await store.insertSeals(tx, seals);
  return seals.length;
}
