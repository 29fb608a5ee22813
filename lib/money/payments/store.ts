import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { UNSETTLED } from './lifecycle';

export type NewPayment = {
  paymentRequestId: string;
  proposalId: string;
  customerId: string;
  companyId: string;
  amountMinor: bigint;
  feeMinor: bigint;
  currency: string;
  stripeMethodId: string | null;
  createdAt: Date;
  checkAt: Date;
};

export async function insertPayment(tx: Tx, payment: NewPayment): Promise<{ id: string }> {
  return rowsOf(tx).payment.create({ data: payment, select: { id: true } });
}

/** The payment, with what it is for. */
export async function paymentWithPart(tx: Tx, id: string) {
  const include = { paymentRequest: { select: { milestone: { select: { title: true } } } } };
  const row = found(await rowsOf(tx).payment.findUnique({ where: { id }, include }), 'payment');
  return { ...row, part: row.paymentRequest.milestone?.title ?? null };
}

/** What is kept of a charge on its way; its status is moved by its lifecycle alone. */
export async function updatePayment(
  tx: Tx,
  id: string,
  data: {
    stripeMethodId?: string | null;
    stripeIntentId?: string;
    attempt?: number;
    failureCode?: string;
    failureMessage?: string | null;
    actionUrl?: string | null;
    checkAt?: Date;
  },
): Promise<void> {
  await rowsOf(tx).payment.update({ where: { id }, data });
}

/** Payments whose outcome is overdue, held; another process takes others. */
export function lockedUnsettled(tx: Tx, at: Date, limit: number) {
  return rowsOf(tx).$queryRaw<{ id: string; createdAt: Date }[]>`
    SELECT id, "createdAt" FROM "payment"
    WHERE "checkAt" <= ${at} AND status::text = ANY(${[...UNSETTLED]})
    ORDER BY "checkAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
}

export async function statesOf(tx: Tx, paymentRequestId: string) {
  const rows = await rowsOf(tx).payment.findMany({ where: { paymentRequestId }, select: { status: true } });
  return rows.map(({ status }) => status);
}

export async function paymentById(tx: Tx, id: string) {
  const row = await rowsOf(tx).payment.findUnique({
    where: { id },
    include: {
      paymentRequest: {
        select: { final: true, proposal: { select: { conversationId: true, title: true } } },
      },
    },
  });
  return found(row, 'payment');
}

export async function lockedPayment(tx: Tx, id: string) {
  await lock(tx, 'payment', id);
  return paymentById(tx, id);
}

/** The payment that Stripe knows by one of these. */
export async function findByStripe(
  tx: Tx,
  { intentIds, chargeId }: { intentIds: string[]; chargeId: string | null },
): Promise<string | null> {
  const payment = await rowsOf(tx).payment.findFirst({
    where: {
      OR: [{ stripeIntentId: { in: intentIds } }, ...(chargeId ? [{ stripeChargeId: chargeId }] : [])],
    },
    select: { id: true },
  });
  return payment?.id ?? null;
}
