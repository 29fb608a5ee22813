import { PAGE_SIZE, pageOf, readCursor } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { ofCompanies } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { PAID } from './lifecycle';

/** What each of the viewer's companies has earned, a page at a time: every payment that succeeded, with its fee. */
export async function earningsPage(viewer: Viewer, cursor?: string) {
  const companies = ofCompanies(viewer);
  const after = readCursor(cursor);
  const rows = await database().payment.findMany({
    where: {
      ...companies,
      status: { in: [...PAID] },
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    include: {
      paymentRequest: {
        select: {
          id: true,
          final: true,
          milestone: { select: { title: true } },
          proposal: { select: { title: true, conversationId: true } },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, ({ createdAt, id }) => ({ at: createdAt, id }));
  return {
    next: page.next,
    rows: page.rows.map(({ paymentRequest, ...payment }) => ({
      id: payment.id,
      paymentRequestId: paymentRequest.id,
      conversationId: paymentRequest.proposal.conversationId,
      title: paymentRequest.proposal.title,
      milestone: paymentRequest.milestone?.title ?? null,
      final: paymentRequest.final,
      amountMinor: payment.amountMinor,
      feeMinor: payment.feeMinor,
      currency: payment.currency,
      settledAt: payment.settledAt ?? payment.createdAt,
    })),
  };
}

/** All that each of the viewer's companies was paid, by currency: gross, fee and payments. */
export async function earnedOf(viewer: Viewer) {
  const companies = ofCompanies(viewer);
  if (companies.companyId.in.length === 0) return [];
  const [sums, names] = await Promise.all([
    database().payment.groupBy({
      by: ['companyId', 'currency'],
      where: { ...companies, status: { in: [...PAID] } },
      _sum: { amountMinor: true, feeMinor: true },
      _count: true,
      orderBy: [{ companyId: 'asc' }, { currency: 'asc' }],
    }),
    database().company.findMany({ where: { id: companies.companyId }, select: { id: true, name: true } }),
  ]);
  return sums.map(({ companyId, currency, _sum, _count }) => ({
    companyId,
    companyName: names.find(({ id }) => id === companyId)?.name ?? '',
    currency,
    grossMinor: _sum.amountMinor ?? 0n,
    feeMinor: _sum.feeMinor ?? 0n,
    payments: _count,
  }));
}
