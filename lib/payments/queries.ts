import { showId } from '@/lib/core/id';
import type { Turn } from '@/lib/core/machine';
import { formatMoney } from '@/lib/core/money';
import { PAGE_SIZE, pageOf, readCursor } from '@/lib/core/page';
import { mayRun, type Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { appNow } from '@/lib/db/clock';
import type { Prisma } from '@/lib/db/generated/client';
import { seenBy, sideOf } from '@/lib/proposals/rules';
import { canRetry, type PaymentState, shownState } from './rules';

const WITH = {
  milestone: { select: { title: true, position: true } },
  proposal: {
    select: {
      id: true,
      title: true,
      status: true,
      conversationId: true,
      customerId: true,
      companyId: true,
      maximumMinor: true,
      feeBasisPoints: true,
      expert: { select: { person: { select: { name: true } }, company: { select: { name: true } } } },
      conversation: { select: { request: { select: { title: true } } } },
      _count: { select: { milestones: true } },
    },
  },
  payments: { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] },
} satisfies Prisma.PaymentRequestInclude;

type Row = Prisma.PaymentRequestGetPayload<{ include: typeof WITH }>;

function shown(viewer: Viewer, row: Row) {
  const { milestone, proposal, payments, ...request } = row;
  const last = payments[0] ?? null;
  const may = (command: Parameters<typeof mayRun>[1]) => mayRun(viewer, command, proposal) === null;
  const awaiting = request.status === 'awaiting';
  const side = sideOf(viewer, proposal);
  return {
    ...request,
    side,
    /** "milestone 2 of 3", and what it is called. */
    milestone: milestone ? { ...milestone, of: proposal._count.milestones } : null,
    proposal: { id: proposal.id, title: proposal.title, status: proposal.status },
    conversationId: proposal.conversationId,
    requestTitle: proposal.conversation.request.title,
    expertName: proposal.expert.person.name,
    companyName: proposal.expert.company.name,
    byClock: request.status === 'approved' && request.decidedBy === null,
    shown: shownState(request.status, last?.status ?? null),
    payment: last
      ? {
          id: last.id,
          status: last.status as PaymentState,
          failureMessage: last.failureMessage,
          // The bank's page is for the one who pays.
          actionUrl: may('payments.retry') ? last.actionUrl : null,
          createdAt: last.createdAt,
          settledAt: last.settledAt,
          tries: payments.length,
        }
      : null,
    may: {
      approve: awaiting && may('payments.approve'),
      decline: awaiting && may('payments.decline'),
      withdraw: awaiting && may('payments.withdraw'),
      retry:
        canRetry({ request: request.status, payments: payments.map(({ status }) => status) }) === null &&
        may('payments.retry'),
    },
  };
}

export type ShownPayment = ReturnType<typeof shown>;

/** The payment requests of one job that a page shows: a proposal has 20 milestones at most, and a declined one may be sent again. */
const MOST = 100;

/** The payment requests of a conversation with their payments, the newest first; nothing where it is not the viewer's. */
export async function paymentsOf(viewer: Viewer, conversationId: string) {
  const [rows, now] = await Promise.all([
    database().paymentRequest.findMany({
      where: { proposal: { conversationId, ...seenBy(viewer) } },
      include: WITH,
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    }),
    appNow(),
  ]);
  const payments = rows.map((row) => shown(viewer, row));
  return { payments, now, turns: payments.flatMap(turnOf) };
}

export type Payments = Awaited<ReturnType<typeof paymentsOf>>;

function turnOf({ id, status, payment, amountMinor, currency }: ShownPayment): Turn[] {
  const amount = formatMoney({ minor: amountMinor, currency });
  const href = `/payment-requests/${showId(id)}`;
  const customer = (says: string, label: string, weight: number): Turn[] => [
    { side: 'customer', says, action: { label, href }, weight },
  ];
  if (status === 'awaiting') return customer(`payment of ${amount} to approve`, `Approve ${amount}`, 80);
  switch (payment?.status) {
    case 'action_required':
      return customer(`payment of ${amount} to confirm with the bank`, 'Go to the bank', 90);
    case 'failed':
      return customer(`failed payment of ${amount} to try again`, 'Try again', 85);
    case 'pending':
    case 'processing':
      return [{ side: null, says: `payment of ${amount} is being taken`, weight: 20 }];
    default:
      return [];
  }
}

/** One payment request, or null where it is not the viewer's. */
export async function paymentRequestOf(viewer: Viewer, id: string) {
  const [row, now] = await Promise.all([
    database().paymentRequest.findFirst({ where: { id, proposal: seenBy(viewer) }, include: WITH }),
    appNow(),
  ]);
  return row ? { ...shown(viewer, row), now } : null;
}

export type OnePayment = NonNullable<Awaited<ReturnType<typeof paymentRequestOf>>>;

/** What the form for a new payment request needs, or null where the viewer is not of the company. */
export async function newPaymentRequestOf(viewer: Viewer, conversationId: string) {
  const proposal = await database().proposal.findFirst({
    where: { conversationId, status: 'accepted', ...seenBy(viewer) },
    include: {
      milestones: { orderBy: { position: 'asc' } },
      paymentRequests: {
        where: { status: { in: ['awaiting', 'approved'] } },
        select: { amountMinor: true, milestoneId: true, status: true, final: true },
      },
      conversation: { select: { request: { select: { title: true, contactName: true } } } },
    },
  });
  if (!proposal || sideOf(viewer, proposal) !== 'company') return null;
  const { paymentRequests: asked } = proposal;
  return {
    proposalId: proposal.id,
    title: proposal.title,
    requestTitle: proposal.conversation.request.title,
    contactName: proposal.conversation.request.contactName,
    currency: proposal.currency,
    maximumMinor: proposal.maximumMinor,
    remainingMinor: asked.reduce((left, { amountMinor }) => left - amountMinor, proposal.maximumMinor),
    feeBasisPoints: proposal.feeBasisPoints,
    finalAwaits: asked.some(({ status, final }) => status === 'awaiting' && final),
    milestones: proposal.milestones.map(({ id, title, amountMinor }) => ({
      id,
      title,
      amountMinor,
      asked: asked.some(({ milestoneId }) => milestoneId === id),
    })),
    refusal: mayRun(viewer, 'payments.request', proposal)?.message ?? null,
  };
}

/** What the viewer's customers were asked to pay, the newest first, a page at a time. */
export async function paymentsPage(viewer: Viewer, cursor?: string) {
  const customers = seenBy(viewer).OR[0];
  const after = readCursor(cursor);
  const rows = await database().paymentRequest.findMany({
    where: {
      proposal: customers,
      ...(after
        ? { OR: [{ requestedAt: { lt: after.at } }, { requestedAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    include: WITH,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, ({ requestedAt, id }) => ({ at: requestedAt, id }));
  return { rows: page.rows.map((row) => shown(viewer, row)), next: page.next };
}

/** The cards of each of the viewer's customers. A customer without any is there too. */
export async function methodsOf(viewer: Viewer) {
  const { customerId: id } = seenBy(viewer).OR[0];
  const customers = await database().customer.findMany({
    where: { id },
    select: {
      id: true,
      name: true,
      paymentMethods: {
        where: { removedAt: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true, brand: true, last4: true, expMonth: true, expYear: true, createdAt: true },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return customers.map(({ paymentMethods, ...customer }) => ({
    ...customer,
    methods: paymentMethods,
    refusal: mayRun(viewer, 'payments.saveMethod', { customerId: customer.id })?.message ?? null,
  }));
}

/** What each of the viewer's companies has earned, a page at a time: every payment that succeeded, with its fee. */
export async function earningsPage(viewer: Viewer, cursor?: string) {
  const companies = seenBy(viewer).OR[1];
  const after = readCursor(cursor);
  const rows = await database().payment.findMany({
    where: {
      ...companies,
      status: 'succeeded',
      ...(after
        ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }
        : {}),
    },
    include: {
      paymentRequest: {
        select: {
          id: true,
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
      amountMinor: payment.amountMinor,
      feeMinor: payment.feeMinor,
      currency: payment.currency,
      settledAt: payment.settledAt ?? payment.createdAt,
    })),
  };
}

/** All that each of the viewer's companies was paid, by currency: gross, fee and payments. */
export async function earnedOf(viewer: Viewer) {
  const companies = seenBy(viewer).OR[1];
  if (companies.companyId.in.length === 0) return [];
  const [sums, names] = await Promise.all([
    database().payment.groupBy({
      by: ['companyId', 'currency'],
      where: { ...companies, status: 'succeeded' },
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
