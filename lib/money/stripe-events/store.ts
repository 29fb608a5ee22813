import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Answers whether it had not come before. */
export async function insertEvent(
  tx: Tx,
  event: {
    id: string;
    type: string;
    objectId: string;
    intentId?: string | null;
    chargeId?: string | null;
    receivedAt: Date;
  },
): Promise<boolean> {
  const { count } = await rowsOf(tx).stripeEvent.createMany({ data: event, skipDuplicates: true });
  return count === 1;
}

/** An event with which nothing has been done yet. */
export async function openEvent(tx: Tx, id: string) {
  return rowsOf(tx).stripeEvent.findUnique({ where: { id, handledAt: null, unhandledAt: null } });
}

/** Answers whether it was open until now. */
export async function updateUnhandled(
  tx: Tx,
  { id, paymentId, at }: { id: string; paymentId: string; at: Date },
): Promise<boolean> {
  const { count } = await rowsOf(tx).stripeEvent.updateMany({
    where: { id, handledAt: null, unhandledAt: null },
    data: { unhandledAt: at, paymentId },
  });
  return count === 1;
}

export async function updateHandled(tx: Tx, id: string, at: Date): Promise<void> {
  await rowsOf(tx).stripeEvent.updateMany({ where: { id, handledAt: null }, data: { handledAt: at } });
}
