import { createHash } from 'node:crypto';
import { type Actor, authorise } from '@/lib/core/rights';
import type { Tx } from '@/lib/db/transaction';

/** Entries sealed in one transaction. */
const BATCH = 500;

/** What a seal covers, always in this order: any change of an entry, or of the order of entries, breaks the chain. */
export function sealOf(
  previous: string,
  entry: {
    id: string;
    at: Date;
    action: string;
    actorKind: string;
    personId: string | null;
    customerId: string | null;
    companyId: string | null;
    objectType: string;
    objectId: string | null;
    detail: unknown;
    callId: string | null;
  },
): string {
  const text = JSON.stringify([
    previous,
    entry.id,
    entry.at.toISOString(),
    entry.action,
    entry.actorKind,
    entry.personId,
    entry.customerId,
    entry.companyId,
    entry.objectType,
    entry.objectId,
    sorted(entry.detail),
    entry.callId,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with its keys in order: Postgres keeps no order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

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
