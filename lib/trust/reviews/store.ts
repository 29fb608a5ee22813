import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** What of a proposal's payments decides whether it can be reviewed. */
export const PAID_BY = {
  where: { status: 'approved' as const },
  select: { status: true, final: true, payments: { select: { status: true } } },
};

export async function proposalToReview(tx: Tx, id: string) {
  const row = await rowsOf(tx).proposal.findUnique({
    where: { id },
    include: {
      paymentRequests: PAID_BY,
      review: { select: { id: true } },
    },
  });
  return found(row, 'proposal');
}

export async function hasFeedback(tx: Tx, proposalId: string): Promise<boolean> {
  return (await rowsOf(tx).feedback.count({ where: { proposalId } })) > 0;
}

type Author = { proposalId: string; customerId: string; authorId: string; createdAt: Date };

export async function insertReview(
  tx: Tx,
  review: Author & { companyId: string; expertId: string; stars: number; text: string },
): Promise<{ id: string }> {
  return rowsOf(tx).review.create({ data: review, select: { id: true } });
}

export async function insertFeedback(tx: Tx, feedback: Author & { workAgain: boolean }): Promise<void> {
  await rowsOf(tx).feedback.create({ data: feedback });
}

/** How many of a job's payments have succeeded. */
export async function countPaid(tx: Tx, proposalId: string): Promise<number> {
  return rowsOf(tx).payment.count({ where: { proposalId, status: 'succeeded' } });
}
