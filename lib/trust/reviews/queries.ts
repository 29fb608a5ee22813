import { showId } from '@/lib/core/id';
import type { Turn } from '@/lib/core/lifecycle';
import { mayRun, type Viewer } from '@/lib/core/rights';
import { memberOf, sideOf, visibleTo } from '@/lib/core/scope';
import { OVER } from '@/lib/job/proposals/lifecycle';
import { database } from '@/lib/platform/db/client';
import { isHeld } from './lifecycle';
import { REVIEW_COMMANDS } from './rights';
import { isReviewable } from './rules';
import { PAID_BY } from './store';

/**
 * What there is to review and what was written in a conversation, the newest proposal first. The private answer is read
 * for members of the customer alone; it is in nothing that the company receives.
 */
export async function reviewOf(viewer: Viewer, conversationId: string) {
  const rows = await database().proposal.findMany({
    where: { conversationId, status: { in: [...OVER] }, ...visibleTo(viewer) },
    select: {
      id: true,
      title: true,
      status: true,
      customerId: true,
      companyId: true,
      expert: { select: { person: { select: { name: true } }, company: { select: { name: true } } } },
      review: { select: { stars: true, text: true, status: true, removedFor: true, createdAt: true } },
      paymentRequests: PAID_BY,
    },
    orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  const asCustomer = rows.filter((row) => sideOf(viewer, row) === 'customer').map(({ id }) => id);
  const feedback = asCustomer.length
    ? await database().feedback.findMany({
        where: { proposalId: { in: asCustomer } },
        select: { proposalId: true, workAgain: true },
      })
    : [];
  const reviews = rows.map(({ paymentRequests, expert, ...row }) => {
    const side = sideOf(viewer, row);
    const ofCompany = viewer.kind === 'person' && memberOf(viewer, { companyId: row.companyId });
    return {
      proposalId: row.id,
      title: row.title,
      side,
      expertName: expert.person.name,
      companyName: expert.company.name,
      // What an admin still has to look at is nothing for its company yet.
      review: side === 'company' && isHeld(row.review?.status) ? null : row.review,
      mayWrite:
        row.review === null &&
        !ofCompany &&
        isReviewable({ status: row.status, paymentRequests }) &&
        mayRun(viewer, REVIEW_COMMANDS.write, row) === null,
      ...(side === 'customer'
        ? { workAgain: feedback.find(({ proposalId }) => proposalId === row.id)?.workAgain ?? null }
        : {}),
    };
  });
  const turns: Turn[] = reviews
    .filter(({ mayWrite }) => mayWrite)
    .map(({ companyName }) => ({
      side: 'customer',
      says: `review of ${companyName} to write`,
      action: { label: 'Write a review', href: `/conversations/${showId(conversationId)}/review` },
      weight: 10,
    }));
  return { reviews, turns };
}

export type Reviews = Awaited<ReturnType<typeof reviewOf>>;
