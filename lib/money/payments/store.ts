import { found, Refusal } from '@/lib/core/refusal';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { type Asked, tooMuch } from './rules';

export async function requestById(tx: Tx, id: string) {
  const row = await tx.db.paymentRequest.findUnique({ where: { id }, include: { proposal: true } });
  return found(row, 'payment request');
}

/** The payment request as it is once nobody else can change it or its proposal. */
export async function lockedRequest(tx: Tx, { id, proposalId }: { id: string; proposalId: string }) {
  await lock(tx, 'proposal', proposalId);
  await lock(tx, 'payment_request', id);
  return requestById(tx, id);
}

export async function proposalFor(tx: Tx, id: string) {
  return found(await tx.db.proposal.findUnique({ where: { id }, include: { milestones: true } }), 'proposal');
}

export async function askedOf(tx: Tx, proposalId: string): Promise<Asked[]> {
  return tx.db.paymentRequest.findMany({
    where: { proposalId },
    select: { status: true, amountMinor: true, milestoneId: true, final: true },
  });
}

/** The database keeps the maximum too; its word becomes the rule's sentence. */
export async function keepRequest(
  tx: Tx,
  request: {
    proposalId: string;
    milestoneId: string | null;
    amountMinor: bigint;
    currency: string;
    note: string;
    final: boolean;
    requestedBy: string;
    requestedAt: Date;
    autoApproveAt: Date;
  },
  remaining: bigint,
): Promise<{ id: string }> {
  try {
    return await tx.db.paymentRequest.create({ data: request, select: { id: true } });
  } catch (error) {
    if (exceedsMaximum(error)) throw new Refusal(tooMuch({ remaining, currency: request.currency }));
    throw error;
  }
}

/** Whether the trigger payment_request_within_maximum said no. */
export function exceedsMaximum(error: unknown): boolean {
  return error instanceof Error && error.message.includes("would exceed the proposal's maximum");
}

export async function newestMethod(tx: Tx, customerId: string) {
  return tx.db.paymentMethod.findFirst({
    where: { customerId, removedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

export async function methodById(tx: Tx, id: string) {
  return found(await tx.db.paymentMethod.findUnique({ where: { id } }), 'card');
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
    charging: (await tx.db.payment.count({ where: { stripeMethodId, status: { in: [...unsettled] } } })) > 0,
    others: await tx.db.paymentMethod.count({ where: { customerId, removedAt: null, id: { not: id } } }),
    jobs: await tx.db.proposal.count({ where: { customerId, status: 'accepted' } }),
  };
}

export async function removeMethod(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.paymentMethod.update({ where: { id }, data: { removedAt: at } });
}

export async function keepPayment(
  tx: Tx,
  payment: {
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
  },
): Promise<{ id: string }> {
  return tx.db.payment.create({ data: payment, select: { id: true } });
}

export async function statesOf(tx: Tx, paymentRequestId: string) {
  const rows = await tx.db.payment.findMany({ where: { paymentRequestId }, select: { status: true } });
  return rows.map(({ status }) => status);
}

export async function paymentById(tx: Tx, id: string) {
  const row = await tx.db.payment.findUnique({
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

export async function customerById(tx: Tx, id: string) {
  return found(await tx.db.customer.findUnique({ where: { id } }), 'customer');
}

/** Whether a charge of a conversation's jobs has not gone through. */
export async function unpaidIn(db: Tx['db'], conversationId: string): Promise<boolean> {
  const unpaid = await db.paymentRequest.count({
    where: {
      proposal: { conversationId },
      OR: [{ status: 'awaiting' }, { status: 'approved', payments: { none: { status: 'succeeded' } } }],
    },
  });
  return unpaid > 0;
}
