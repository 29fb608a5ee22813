import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';

export async function newestMethod(tx: Tx, customerId: string) {
  return rowsOf(tx).paymentMethod.findFirst({
    where: { customerId, removedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

export async function methodById(tx: Tx, id: string) {
  return found(await rowsOf(tx).paymentMethod.findUnique({ where: { id } }), 'card');
}

/** A saved card with its customer's row locked, so that of two cards removed at once one is the last. */
export async function lockedMethod(tx: Tx, id: string) {
  await lock(tx, 'customer', (await methodById(tx, id)).customerId);
  return methodById(tx, id);
}

/** What still rests on a card: a charge that is not settled, the customer's other cards, and jobs that are paid for. */
export async function restsOnMethod(
  tx: Tx,
  method: { id: string; customerId: string; stripeMethodId: string },
) {
  const { id, customerId, stripeMethodId } = method;
  const unsettled = ['pending', 'processing', 'action_required'] as const;
  return {
    charging:
      (await rowsOf(tx).payment.count({ where: { stripeMethodId, status: { in: [...unsettled] } } })) > 0,
    others: await rowsOf(tx).paymentMethod.count({ where: { customerId, removedAt: null, id: { not: id } } }),
    jobs: await rowsOf(tx).proposal.count({ where: { customerId, status: 'accepted' } }),
  };
}

export async function updateRemoved(tx: Tx, id: string, at: Date): Promise<void> {
  await rowsOf(tx).paymentMethod.update({ where: { id }, data: { removedAt: at } });
}

export async function customerById(tx: Tx, id: string) {
  return found(await rowsOf(tx).customer.findUnique({ where: { id } }), 'customer');
}

export async function customerByStripe(tx: Tx, stripeCustomerId: string) {
  return found(await rowsOf(tx).customer.findUnique({ where: { stripeCustomerId } }), 'customer');
}

/** The first one kept stays. */
export async function updateStripeCustomer(
  tx: Tx,
  { customerId: id, stripeCustomerId }: { customerId: string; stripeCustomerId: string },
): Promise<void> {
  await rowsOf(tx).customer.updateMany({ where: { id, stripeCustomerId: null }, data: { stripeCustomerId } });
}

/** Answers whether it was not kept already. */
export async function insertMethod(
  tx: Tx,
  method: {
    customerId: string;
    stripeMethodId: string;
    brand: string;
    last4: string;
    expMonth: number;
    expYear: number;
    savedBy: string | null;
    createdAt: Date;
  },
): Promise<boolean> {
  const { count } = await rowsOf(tx).paymentMethod.createMany({ data: method, skipDuplicates: true });
  return count === 1;
}
