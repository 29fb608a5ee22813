import { type Actor, authorise } from '@/lib/core/rights';
import type { Tx } from '@/lib/db/transaction';
import { sealOf } from './seal';

/** Entries sealed in one transaction. */
const BATCH = 500;

/** Seals the entries that are not in the chain yet, the oldest first; answers how many. One sealer at a time. */
export async function seal(tx: Tx, actor: Actor): Promise<number> {
  authorise(actor, 'audit.seal');
  const [held] = await tx.db.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('audit.seal')) AS held`;
  if (!held?.held) return 0;
  const entries = await tx.db.auditEntry.findMany({
    where: { seal: null },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  const last = await tx.db.auditSeal.findFirst({ orderBy: { position: 'desc' }, select: { hash: true } });
  const at = await tx.now();
  let previous = last?.hash ?? '';
  const seals = entries.map((entry) => {
    previous = sealOf(previous, entry);
    return { entryId: entry.id, hash: previous, at };
  });
  if (seals.length) await tx.db.auditSeal.createMany({ data: seals });
  return seals.length;
}
