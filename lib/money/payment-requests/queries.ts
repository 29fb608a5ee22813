import { showId } from '@/lib/core/id';
import { type Turn, turnsOf } from '@/lib/core/lifecycle';
import { formatMoney } from '@/lib/core/money';
import { PAGE_SIZE, pageOf, readCursor } from '@/lib/core/page';
import { type Command, mayRun, type Viewer } from '@/lib/core/rights';
import { ofCustomers, sideOf, visibleTo } from '@/lib/core/scope';
import { IN_FORCE } from '@/lib/job/proposals/lifecycle';
import { PAYMENT, type PaymentState } from '@/lib/money/payments/lifecycle';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { COUNTED, isApproved, isAwaiting, PAYMENT_REQUEST } from './lifecycle';
import { PAYMENT_REQUEST_COMMANDS } from './rights';
import { canRetry, shownState } from './rules';

/** A payment request with all that is shown of it. */
export const WITH = {
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

export function shown(viewer: Viewer, row: Row) {
  const { milestone, proposal, payments, ...request } = row;
  const last = payments[0] ?? null;
  const may = (command: Command) => mayRun(viewer, command, proposal) === null;
  const awaiting = isAwaiting(request.status);
  const side = sideOf(viewer, proposal);
  return {
    ...request,
    side,
    /** "milestone 2 of 3", and what it is called. */
    milestone: milestone ? { ...milestone, of: proposal._count.milestones } : null,
    proposal: { id: proposal.id, title: proposal.title, status: proposal.status },
    customerId: proposal.customerId,
    conversationId: proposal.conversationId,
    requestTitle: proposal.conversation.request.title,
    expertName: proposal.expert.person.name,
    companyName: proposal.expert.company.name,
    byClock: isApproved(request.status) && request.decidedBy === null,
    shown: shownState(request.status, last?.status ?? null),
    payment: last
      ? {
          id: last.id,
          status: last.status as PaymentState,
          failureMessage: last.failureMessage,
          // The bank's page is for the one who pays.
          actionUrl: may(PAYMENT_REQUEST_COMMANDS.retry) ? last.actionUrl : null,
          createdAt: last.createdAt,
          settledAt: last.settledAt,
          tries: payments.length,
        }
      : null,
    may: {
      approve: awaiting && may(PAYMENT_REQUEST_COMMANDS.approve),
      decline: awaiting && may(PAYMENT_REQUEST_COMMANDS.decline),
      withdraw: awaiting && may(PAYMENT_REQUEST_COMMANDS.withdraw),
      retry:
        canRetry({ request: request.status, payments: payments.map(({ status }) => status) }) === null &&
        may(PAYMENT_REQUEST_COMMANDS.retry),
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
      where: { proposal: { conversationId, ...visibleTo(viewer) } },
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
  const href = `/payment-requests/${showId(id)}`;
  const facts = { amount: formatMoney({ minor: amountMinor, currency }) };
  const asked = turnsOf(PAYMENT_REQUEST, status, href, facts);
  return payment ? [...asked, ...turnsOf(PAYMENT, payment.status, href, facts)] : asked;
}

/** One payment request, or null where it is not the viewer's. */
export async function paymentRequestOf(viewer: Viewer, id: string) {
  const [row, now] = await Promise.all([
    database().paymentRequest.findFirst({ where: { id, proposal: visibleTo(viewer) }, include: WITH }),
    appNow(),
  ]);
  return row ? { ...shown(viewer, row), now } : null;
}

export type OnePayment = NonNullable<Awaited<ReturnType<typeof paymentRequestOf>>>;

/** What the form for a new payment request needs, or null where the viewer is not of the company. */
export async function newPaymentRequestOf(viewer: Viewer, conversationId: string) {
  const proposal = await database().proposal.findFirst({
    where: { conversationId, status: { in: [...IN_FORCE] }, ...visibleTo(viewer) },
    include: {
      milestones: { orderBy: { position: 'asc' } },
      paymentRequests: {
        where: { status: { in: [...COUNTED] } },
        select: { amountMinor: true, milestoneId: true, status: true, final: true },
      },
      conversation: { select: { request: { select: { title: true, contactName: true } } } },
    },
  });
  if (!proposal || sideOf(viewer, proposal) !== 'company') return null;
  const { paymentRequests: asked } = proposal;
  return {
    proposalId: proposal.id,
    companyId: proposal.companyId,
    title: proposal.title,
    requestTitle: proposal.conversation.request.title,
    contactName: proposal.conversation.request.contactName,
    currency: proposal.currency,
    maximumMinor: proposal.maximumMinor,
    remainingMinor: asked.reduce((left, { amountMinor }) => left - amountMinor, proposal.maximumMinor),
    feeBasisPoints: proposal.feeBasisPoints,
    finalAwaits: asked.some(({ status, final }) => isAwaiting(status) && final),
    milestones: proposal.milestones.map(({ id, title, amountMinor }) => ({
      id,
      title,
      amountMinor,
      asked: asked.some(({ milestoneId }) => milestoneId === id),
    })),
    refusal: mayRun(viewer, PAYMENT_REQUEST_COMMANDS.request, proposal)?.message ?? null,
  };
}

/** What the viewer's customers were asked to pay, the newest first, a page at a time. */
export async function paymentsPage(viewer: Viewer, cursor?: string) {
  const customers = ofCustomers(viewer);
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
