import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';

/** A review with the reports that wait, held until the transaction ends. */
export async function lockedReview(tx: Tx, id: string) {
  await lock(tx, 'review', id);
  const row = await rowsOf(tx).review.findUnique({
    where: { id },
    include: {
      proposal: { select: { conversationId: true } },
      reports: { where: { settledAt: null }, select: { id: true } },
    },
  });
  return found(row, 'review');
}

/** What was reported of a review is answered. */
export async function updateSettled(tx: Tx, reviewId: string, at: Date): Promise<void> {
  await rowsOf(tx).reviewReport.updateMany({
    where: { reviewId, settledAt: null },
    data: { settledAt: at },
  });
}

/** What is told of a review, and to whom. */
export async function reviewToTell(tx: Tx, id: string) {
  const { proposal, company } = await rowsOf(tx).review.findUniqueOrThrow({
    where: { id },
    select: {
      company: { select: { name: true } },
      proposal: {
        select: {
          conversationId: true,
          title: true,
          expert: { select: { person: { select: { name: true } } } },
        },
      },
    },
  });
  return {
    conversationId: proposal.conversationId,
    facts: { title: proposal.title, company: company.name, expert: proposal.expert.person.name },
  };
}
