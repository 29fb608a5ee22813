import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { balanced, type Entry } from './rules';

/**
 * Writes one movement. Append-only: nothing changes or removes it, and a second one of the same kind for the same payment
 * is refused by the database. The web's role may not write here: money is moved by the worker, on Stripe's word.
 */
export async function insertMovement(
  tx: Tx,
  movement: { kind: 'charge' | 'hold'; paymentId: string; at: Date; entries: readonly Entry[] },
): Promise<void> {
  const { entries, ...transaction } = movement;
  if (!balanced(entries))
    throw new Error(`the ${movement.kind} of ${movement.paymentId} does not sum to zero`);
  await rowsOf(tx).ledgerTransaction.create({ data: { ...transaction, entries: { create: [...entries] } } });
}

/** Whether a movement of this kind stands for the payment already. */
export async function isRecorded(
  tx: Tx,
  movement: { kind: 'charge' | 'hold'; paymentId: string },
): Promise<boolean> {
  return (await rowsOf(tx).ledgerTransaction.count({ where: movement })) > 0;
}
