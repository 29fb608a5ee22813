import { found } from '@/lib/core/refusal';
import { lengthOf } from '@/lib/core/visible';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Restriction } from '@/lib/trust/restrictions/rules';

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
  review: Author & {
    companyId: string;
    expertId: string;
    stars: number;
    text: string;
    heldFor: Restriction[];
  },
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

/** From how many characters two equal texts are no accident: "Great work!" is written by many. */
const COPIED_FROM = 40;

/** Whether another review has the same text. */
export async function isCopied(tx: Tx, text: string): Promise<boolean> {
  if (lengthOf(text) < COPIED_FROM) return false;
  return (await rowsOf(tx).review.count({ where: { text: { equals: text, mode: 'insensitive' } } })) > 0;
}

/** How many stars a review gave, as a line says it. */
export async function starsOf(tx: Tx, id: string): Promise<{ stars: string }> {
  const { stars } = await rowsOf(tx).review.findUniqueOrThrow({ where: { id }, select: { stars: true } });
  return { stars: String(stars) };
}
