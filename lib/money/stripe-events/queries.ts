import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';

const isAdmin = (viewer: Viewer) => viewer.kind === 'person' && viewer.admin && !viewer.suspended;
const UNHANDLED = { stripeEvents: { some: { unhandledAt: { not: null } } } } as const;

/** A payment of which Stripe told something that this version does not follow. */
export type HeldPayment = {
  id: string;
  title: string;
  company: string;
  paidMinor: bigint;
  /** What the company earned from it, which is not payable. */
  heldMinor: bigint;
  currency: string;
  stripeIntentId: string | null;
  /** What Stripe told, the latest first. */
  events: { id: string; type: string; at: Date }[];
};

/** Payments that somebody has to look at, the newest first. For admins; empty for all others. */
export async function heldPayments(viewer: Viewer, after: Cursor | null): Promise<Page<HeldPayment>> {
  if (!isAdmin(viewer)) return { rows: [], next: null };
  const rows = await database().payment.findMany({
    where: {
      ...UNHANDLED,
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    include: {
      stripeEvents: {
        where: { unhandledAt: { not: null } },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      },
      transactions: { where: { kind: 'hold' }, select: { id: true } },
      paymentRequest: { select: { proposal: { select: { title: true } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const companies = await database().company.findMany({
    where: { id: { in: rows.map(({ companyId }) => companyId) } },
    select: { id: true, name: true },
  });
  const page = pageOf(rows, ({ createdAt, id }) => ({ at: createdAt, id }));
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      title: row.paymentRequest.proposal.title,
      company: companies.find(({ id }) => id === row.companyId)?.name ?? '',
      paidMinor: row.amountMinor,
      heldMinor: row.transactions.length > 0 ? row.amountMinor - row.feeMinor : 0n,
      currency: row.currency,
      stripeIntentId: row.stripeIntentId,
      events: row.stripeEvents.map(({ id, type, receivedAt }) => ({ id, type, at: receivedAt })),
    })),
  };
}

/** How many payments wait for somebody to look: the number in the admins' navigation. */
export async function countHeldPayments(viewer: Viewer): Promise<number> {
  return isAdmin(viewer) ? database().payment.count({ where: UNHANDLED }) : 0;
}
