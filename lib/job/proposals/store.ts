import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import type { MilestoneTerms, Terms } from './rules';

export async function proposalById(tx: Tx, id: string) {
  return found(await rowsOf(tx).proposal.findUnique({ where: { id } }), 'proposal');
}

/** The proposal, with how many milestones it has. */
export async function proposalWithParts(tx: Tx, id: string) {
  const _count = { select: { milestones: true } };
  return found(await rowsOf(tx).proposal.findUnique({ where: { id }, include: { _count } }), 'proposal');
}

/** The proposal as it is once nobody else can change it. */
export async function lockedProposal(tx: Tx, id: string) {
  await lock(tx, 'proposal', id);
  return proposalById(tx, id);
}

export async function conversationFor(tx: Tx, id: string) {
  const row = await rowsOf(tx).conversation.findUnique({
    where: { id },
    include: { response: { select: { status: true } } },
  });
  return found(row, 'conversation');
}

export async function countIn(
  tx: Tx,
  conversationId: string,
  status: 'proposed' | 'accepted',
): Promise<number> {
  return rowsOf(tx).proposal.count({ where: { conversationId, status } });
}

/** Whether the customer has a card that can be charged. */
export async function hasMethod(tx: Tx, customerId: string): Promise<boolean> {
  return (await rowsOf(tx).paymentMethod.count({ where: { customerId, removedAt: null } })) > 0;
}

export async function insertProposal(
  tx: Tx,
  terms: Omit<Terms, 'milestones'> & {
    maximumMinor: bigint;
    textHash: string;
    createdBy: string;
    createdAt: Date;
    milestones: readonly MilestoneTerms[];
  },
): Promise<{ id: string }> {
  const { milestones, ...data } = terms;
  return rowsOf(tx).proposal.create({
    data: {
      ...data,
      milestones: { create: milestones.map((milestone, position) => ({ ...milestone, position })) },
    },
    select: { id: true },
  });
}

/** What has been asked for under a proposal and waits for the customer. */
export async function awaitingOf(tx: Tx, proposalId: string): Promise<bigint> {
  const { _sum } = await rowsOf(tx).paymentRequest.aggregate({
    where: { proposalId, status: 'awaiting' },
    _sum: { amountMinor: true },
  });
  return _sum.amountMinor ?? 0n;
}

export async function isClosed(tx: Tx, companyId: string): Promise<boolean> {
  return (await rowsOf(tx).company.count({ where: { id: companyId, closedAt: { not: null } } })) > 0;
}

/** A proposal that waits for an answer from a company that has closed, held; another process takes the next one. */
export async function nextOfClosed(tx: Tx): Promise<string | null> {
  const [row] = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "company" c JOIN "proposal" p ON p."companyId" = c.id AND p.status = 'proposed'
    WHERE c."closedAt" IS NOT NULL ORDER BY p.id LIMIT 1 FOR UPDATE OF p SKIP LOCKED`;
  return row?.id ?? null;
}
