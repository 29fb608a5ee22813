import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';

export type Balance = { companyId: string; currency: string; payableMinor: bigint };

/** What each of the viewer's companies has earned and not yet been paid out, by currency: a sum of the ledger, nothing else. */
export async function balancesOf(viewer: Viewer): Promise<Balance[]> {
  if (viewer.kind !== 'person' || viewer.suspended) return [];
  const companies = viewer.companies.filter((m) => !m.suspended).map((m) => m.tenantId);
  if (companies.length === 0) return [];
  const sums = await database().ledgerEntry.groupBy({
    by: ['companyId', 'currency'],
    where: { account: 'expert_payable', companyId: { in: companies } },
    _sum: { amountMinor: true },
    orderBy: [{ companyId: 'asc' }, { currency: 'asc' }],
  });
  return sums.flatMap(({ companyId, currency, _sum }) =>
    companyId ? [{ companyId, currency, payableMinor: -(_sum.amountMinor ?? 0n) }] : [],
  );
}
