import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import type { Restriction } from '@/lib/trust/restrictions/rules';

/** A review with how many reports wait, held until the transaction ends. */
export async function lockedReview(tx: Tx, id: string) {
  await lock(tx, 'review', id);
  const row = await rowsOf(tx).review.findUnique({
    where: { id },
    select: {
      id: true,
      status: true,
      customerId: true,
      companyId: true,
      _count: { select: { reports: { where: { settledAt: null } } } },
    },
  });
  return found(row, 'review');
}

export async function hasReported(tx: Tx, reviewId: string, personId: string): Promise<boolean> {
  return (await rowsOf(tx).reviewReport.count({ where: { reviewId, personId } })) > 0;
}

export async function insertReport(
  tx: Tx,
  report: {
    reviewId: string;
    personId: string | null;
    reason: Restriction;
    note: string;
    createdAt: Date;
  },
): Promise<{ id: string }> {
  return rowsOf(tx).reviewReport.create({ data: report, select: { id: true } });
}

/** The name of the company that a review is of. */
export async function companyOf(tx: Tx, reviewId: string): Promise<string> {
  const { company } = await rowsOf(tx).review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { company: { select: { name: true } } },
  });
  return company.name;
}
