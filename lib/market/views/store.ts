import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** The request where a company may read it: open to all, or private to this company. */
export async function requestSeenBy(tx: Tx, by: { requestId: string; companyId: string }) {
  return rowsOf(tx).request.findFirst({
    where: {
      id: by.requestId,
      OR: [
        { status: 'accepting', audience: 'everyone', customer: { suspendedAt: null } },
        { responses: { some: { companyId: by.companyId } } },
      ],
    },
    select: { id: true, customerId: true },
  });
}

/** Notes that a company has opened a request. False: it had before. */
export async function insertView(
  tx: Tx,
  view: { requestId: string; companyId: string; at: Date },
): Promise<boolean> {
  const { count } = await rowsOf(tx).requestView.createMany({ data: [view], skipDuplicates: true });
  if (count === 1)
    await rowsOf(tx).request.update({ where: { id: view.requestId }, data: { viewCount: { increment: 1 } } });
  return count === 1;
}

export async function certificationsOf(tx: Tx, by: { personId: string; companyId: string }) {
  const expert = await rowsOf(tx).expert.findUnique({
    where: { personId_companyId: by },
    select: { leftAt: true, certifications: { select: { code: true, status: true, expiresOn: true } } },
  });
  return expert?.leftAt === null ? expert.certifications : [];
}
