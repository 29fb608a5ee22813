import { showId } from '@/lib/core/id';
import { buttonsOf, type Turn, turnsOf } from '@/lib/core/lifecycle';
import { formatMoney, sumOf } from '@/lib/core/money';
import { mayPress, mayRun, type Viewer } from '@/lib/core/rights';
import { sideOf, visibleTo } from '@/lib/core/scope';
import { mayProceed } from '@/lib/core/step-up';
import { customerNameFor } from '@/lib/market/requests/rules';
import { isStanding } from '@/lib/market/responses/lifecycle';
import { database } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { env } from '@/lib/platform/env';
import { isAgreed, isDropped, isInForce, isUnanswered, PROPOSAL } from './lifecycle';
import { BILLERS, PROPOSAL_COMMANDS } from './rights';
import { CURRENCY, canComplete, canEnd, OPEN_MAX } from './rules';

const WITH = {
  milestones: { orderBy: { position: 'asc' as const } },
  expert: { select: { person: { select: { name: true } }, company: { select: { name: true } } } },
  conversation: {
    select: { request: { select: { title: true, contactName: true } }, customer: { select: { name: true } } },
  },
  paymentRequests: {
    where: { status: { in: ['awaiting' as const, 'approved' as const] } },
    select: { status: true, amountMinor: true, milestoneId: true, payments: { select: { status: true } } },
  },
} satisfies Prisma.ProposalInclude;

type Row = Prisma.ProposalGetPayload<{ include: typeof WITH }>;

/** The newest proposals of one conversation that a page shows; more than that has never been sensible. */
const MOST = 50;

function shown(viewer: Viewer, row: Row) {
  const { expert, conversation, paymentRequests, milestones, ...proposal } = row;
  const paid = paymentRequests.filter(({ payments }) =>
    payments.some(({ status }) => status === 'succeeded'),
  );
  const amounts = (requests: readonly { amountMinor: bigint }[]) => sumOf(requests.map((r) => r.amountMinor));
  const paidMinor = amounts(paid);
  const awaitingMinor = amounts(paymentRequests.filter(({ status }) => status === 'awaiting'));
  const side = sideOf(viewer, proposal);
  const closing = { status: proposal.status, awaitingMinor, currency: proposal.currency };
  return {
    ...proposal,
    side,
    expertName: expert.person.name,
    companyName: expert.company.name,
    customerName: customerNameFor(side, conversation.request, conversation.customer),
    requestTitle: conversation.request.title,
    milestones: milestones.map(({ id, title, amountMinor }) => {
      const asked = paymentRequests.find(({ milestoneId }) => milestoneId === id);
      const state = !asked ? null : paid.includes(asked) ? ('paid' as const) : asked.status;
      return { id, title, amountMinor, state };
    }),
    /** What Stripe has taken; what is approved and still under way; what waits for the customer; what can still be asked for. */
    paidMinor,
    approvedMinor: amounts(paymentRequests) - awaitingMinor - paidMinor,
    awaitingMinor,
    remainingMinor: proposal.maximumMinor - amounts(paymentRequests),
    may: {
      ...buttonsOf(PROPOSAL, proposal.status, viewer, proposal),
      request: isInForce(proposal.status) && mayPress(viewer, BILLERS, proposal),
    },
    /** What keeps an agreed job open still, told to the side that would close it. */
    openStill: { company: canComplete(closing)?.message ?? null, customer: canEnd(closing)?.message ?? null },
  };
}

export type ShownProposal = ReturnType<typeof shown>;

/** The proposals of a conversation, the accepted one first, then the newest; nothing where it is not the viewer's. */
export async function proposalsOf(viewer: Viewer, conversationId: string) {
  const conversation = await database().conversation.findFirst({
    where: { id: conversationId, ...visibleTo(viewer) },
    select: { customerId: true, companyId: true, response: { select: { status: true } } },
  });
  if (!conversation) return { proposals: [], mayPropose: false, strip: null, turns: [] };
  const rows = await database().proposal.findMany({
    where: { conversationId },
    include: WITH,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  const first = (row: Row) => (isInForce(row.status) ? 0 : isUnanswered(row.status) ? 1 : 2);
  const proposals = rows.sort((a, b) => first(a) - first(b)).map((row) => shown(viewer, row));
  const mayPropose =
    isStanding(conversation.response.status) &&
    proposals.filter(({ status }) => isUnanswered(status)).length < OPEN_MAX &&
    mayRun(viewer, PROPOSAL_COMMANDS.propose, conversation) === null;
  return { proposals, mayPropose, strip: stripOf(proposals), turns: turnsIn(conversationId, proposals) };
}

export type Proposals = Awaited<ReturnType<typeof proposalsOf>>;

/** The line for phones: "$400 of $1,200 paid". */
function stripOf(proposals: readonly ShownProposal[]): string | null {
  const agreed = proposals.find(({ status }) => isAgreed(status));
  if (agreed) {
    const short = (minor: bigint) => formatMoney({ minor, currency: agreed.currency }, { short: true });
    return `${short(agreed.paidMinor)} of ${short(agreed.maximumMinor)} paid`;
  }
  const open = proposals.find(({ status }) => isUnanswered(status));
  return open
    ? `Proposal of ${formatMoney({ minor: open.maximumMinor, currency: open.currency }, { short: true })}`
    : null;
}

/** Answers that are waited for, work that is not paid for; or a proposal to write, where none stands. */
function turnsIn(conversationId: string, proposals: readonly ShownProposal[]): Turn[] {
  const job = `/conversations/${showId(conversationId)}`;
  if (proposals.every(({ status }) => isDropped(status))) {
    const says = proposals.length > 0 ? 'another proposal to send' : 'a proposal to send';
    const action = { label: 'Write a proposal', href: `${job}/proposal` };
    return [{ side: 'company', says, action, weight: 5 }];
  }
  return proposals.flatMap(({ id, status, title, maximumMinor, currency, awaitingMinor, remainingMinor }) => {
    if (isUnanswered(status))
      return turnsOf(PROPOSAL, status, `/proposals/${showId(id)}`, {
        amount: formatMoney({ minor: maximumMinor, currency }),
      });
    // While a payment waits, that is whose turn it is; with nothing left to ask for, nobody's.
    const working = awaitingMinor === 0n && remainingMinor > 0n;
    return working ? turnsOf(PROPOSAL, status, `${job}/payment`, { title }) : [];
  });
}

/** One proposal with everything that was agreed, or null where it is not the viewer's; and for whoever decides, what is there and what is missing. */
export async function proposalOf(viewer: Viewer, id: string) {
  const row = await database().proposal.findFirst({ where: { id, ...visibleTo(viewer) }, include: WITH });
  if (!row) return null;
  const proposal = shown(viewer, row);
  if (!proposal.may.accept || viewer.kind !== 'person') return { ...proposal, deciding: null };
  const { customerId, conversationId, maximumMinor: minor, currency } = row;
  const [method, accepted] = await Promise.all([
    database().paymentMethod.findFirst({
      where: { customerId, removedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { brand: true, last4: true },
    }),
    database().proposal.count({ where: { conversationId, status: 'accepted' } }),
  ]);
  const commits = { minor, currency, emailBelow: env.STEP_UP_EMAIL_LIMIT };
  return {
    ...proposal,
    deciding: {
      /** The card that would be charged. */
      method,
      otherAccepted: accepted > 0,
      ways: viewer.factors,
      /** What has to be proved first, as things stand. */
      confirm: mayProceed(viewer, 'money', commits)?.confirm ?? null,
    },
  };
}

export type OneProposal = NonNullable<Awaited<ReturnType<typeof proposalOf>>>;

/** What the form for a new proposal needs, or null where the viewer is not of the company. */
export async function newProposalOf(viewer: Viewer, conversationId: string) {
  const conversation = await database().conversation.findFirst({
    where: { id: conversationId, ...visibleTo(viewer) },
    select: {
      id: true,
      customerId: true,
      companyId: true,
      request: { select: { title: true, contactName: true } },
      response: { select: { status: true } },
      _count: { select: { proposals: { where: { status: 'proposed' } } } },
    },
  });
  if (!conversation || sideOf(viewer, conversation) !== 'company') return null;
  const { id, request, response, _count, ...tenants } = conversation;
  return {
    conversationId: id,
    companyId: tenants.companyId,
    requestTitle: request.title,
    contactName: request.contactName,
    currency: CURRENCY,
    feeBasisPoints: env.FEE_BASIS_POINTS,
    open: _count.proposals,
    responseOpen: isStanding(response.status),
    /** Why this person may not send one, or null. */
    refusal: mayRun(viewer, PROPOSAL_COMMANDS.propose, tenants)?.message ?? null,
  };
}
