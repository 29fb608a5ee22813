import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Until the transaction ends. False: somebody else seals now. */
export async function lockSeals(tx: Tx): Promise<boolean> {
  const [held] = await rowsOf(tx).$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('audit.seal')) AS held`;
  return held?.held ?? false;
}

export async function lastSeal(tx: Tx): Promise<{ hash: string; entryId: string } | null> {
  return rowsOf(tx).auditSeal.findFirst({
    orderBy: { position: 'desc' },
    select: { hash: true, entryId: true },
  });
}

/** Entries outside the chain, the oldest first; `from`: the lowest id that can be one of them. */
export async function unsealed(tx: Tx, { from, most }: { from: string | null; most: number }) {
  return rowsOf(tx).auditEntry.findMany({
    where: { seal: null, ...(from ? { id: { gte: from } } : {}) },
    orderBy: { id: 'asc' },
    take: most,
  });
}

export async function insertSeals(
  tx: Tx,
  seals: { entryId: string; hash: string; at: Date }[],
): Promise<void> {
  await rowsOf(tx).auditSeal.createMany({ data: seals });
}
