import { found, Refusal } from '@/lib/core/refusal';
import { PAID } from '@/lib/money/payments/lifecycle';
import { type Rows, rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { AWAITING } from './lifecycle';
import { type Asked, tooMuch } from './rules';

export async function paymentRequestById(tx: Tx, id: string) {
  const include = { proposal: true, milestone: { select: { title: true } } };
  const row = await rowsOf(tx).paymentRequest.findUnique({ where: { id }, include });
  return found(row, 'payment request');
}

/** The payment request as it is once nobody else can change it or its proposal. */
export async function lockedPaymentRequest(tx: Tx, { id, proposalId }: { id: string; proposalId: string }) {
  await lock(tx, 'proposal', proposalId);
  await lock(tx, 'payment_request', id);
  return paymentRequestById(tx, id);
}

export async function proposalFor(tx: Tx, id: string) {
  return found(
    await rowsOf(tx).proposal.findUnique({ where: { id }, include: { milestones: true } }),
    'proposal',
  );
}

export async function askedOf(tx: Tx, proposalId: string): Promise<Asked[]> {
  return rowsOf(tx).paymentRequest.findMany({
    where: { proposalId },
    select: { status: true, amountMinor: true, milestoneId: true, final: true },
  });
}

/** The database keeps the maximum too; its word becomes the rule's sentence. */
export async function insertPaymentRequest(
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
    return await rowsOf(tx).paymentRequest.create({ data: request, select: { id: true } });
  } catch (error) {
    if (exceedsMaximum(error)) throw new Refusal(tooMuch({ remaining, currency: request.currency }));
    throw error;
  }
}

/** Whether the trigger payment_request_within_maximum said no. */
export function exceedsMaximum(error: unknown): boolean {
  return error instanceof Error && error.message.includes("would exceed the proposal's maximum");
}

/** Whether a charge of a conversation's jobs has not gone through. */
export async function unpaidIn(of: Tx | Rows, conversationId: string): Promise<boolean> {
  const unpaid = await rowsOf(of).paymentRequest.count({
    where: {
      proposal: { conversationId },
      OR: [
        { status: { in: [...AWAITING] } },
        { status: 'approved', payments: { none: { status: { in: [...PAID] } } } },
      ],
    },
  });
  return unpaid > 0;
}
