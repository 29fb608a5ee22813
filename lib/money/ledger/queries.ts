import type { Viewer } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';

export type Balance = { companyId: string; currency: string; payableMinor: bigint; heldMinor: bigint };

/**
 * What each of the viewer's companies has earned and not yet been paid out, and what of its earnings is held, by
 * currency: sums of the ledger, nothing else.
 */
export async function balancesOf(viewer: Viewer): Promise<Balance[]> {
  const { companies } = tenantsOf(viewer);
  if (companies.length === 0) return [];
  const sums = await database().ledgerEntry.groupBy({
    by: ['companyId', 'currency', 'account'],
    where: { account: { in: ['expert_payable', 'dispute_hold'] }, companyId: { in: companies } },
    _sum: { amountMinor: true },
    orderBy: [{ companyId: 'asc' }, { currency: 'asc' }, { account: 'asc' }],
  });
  const balances = new Map<string, Balance>();
  for (const { companyId, currency, account, _sum } of sums) {
    if (!companyId) continue;
    const key = `${companyId} ${currency}`;
    const balance = balances.get(key) ?? { companyId, currency, payableMinor: 0n, heldMinor: 0n };
    balance[account === 'expert_payable' ? 'payableMinor' : 'heldMinor'] = -(_sum.amountMinor ?? 0n);
    balances.set(key, balance);
  }
  return [...balances.values()];
}
