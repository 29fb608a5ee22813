import type { Actor } from '@/lib/core/rights';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Writes who did what to what, in the transaction that does it. `detail` holds no secret and no e-mail address. */
export async function audit(
  tx: Tx,
  actor: Actor,
  at: Date,
  entry: {
    action: string;
    object: string;
    id: string | null;
    customerId?: string | null;
    companyId?: string | null;
    detail?: Record<string, string | number | boolean | null>;
  },
): Promise<void> {
  await rowsOf(tx).auditEntry.create({
    data: {
      at,
      action: entry.action,
      actorKind: actor.kind,
      personId: actor.kind === 'person' ? actor.personId : null,
      customerId: entry.customerId ?? null,
      companyId: entry.companyId ?? null,
      objectType: entry.object,
      objectId: entry.id,
      detail: entry.detail ?? {},
      callId: tx.callId,
    },
  });
}
