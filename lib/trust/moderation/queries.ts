import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import type { Restriction } from '@/lib/trust/restrictions/rules';
import type { ReviewState } from '@/lib/trust/reviews/lifecycle';
import { canUndo } from './rules';

const isAdmin = (viewer: Viewer) => viewer.kind === 'person' && viewer.admin && !viewer.suspended;

/** What waits for an admin: a review that was held, and a public one that somebody reported. */
const WAITS = {
  OR: [{ status: 'held' as const }, { status: 'published' as const, reports: { some: { settledAt: null } } }],
};

export type ReviewToModerate = {
  id: string;
  stars: number;
  text: string;
  status: ReviewState;
  at: Date;
  expert: string;
  company: { id: string; name: string };
  heldFor: readonly Restriction[];
  reports: readonly { id: string; reason: Restriction; note: string; at: Date }[];
};

/** Reviews that wait for an admin, the oldest first. For admins; empty for all others. */
export async function reviewsToModerate(
  viewer: Viewer,
  after: Cursor | null,
): Promise<Page<ReviewToModerate>> {
  if (!isAdmin(viewer)) return { rows: [], next: null };
  const rows = await database().review.findMany({
    where: {
      AND: [
        WAITS,
        after ? { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    select: {
      id: true,
      stars: true,
      text: true,
      status: true,
      createdAt: true,
      heldFor: true,
      company: { select: { id: true, name: true } },
      proposal: { select: { expert: { select: { person: { select: { name: true } } } } } },
      reports: {
        where: { settledAt: null },
        select: { id: true, reason: true, note: true, createdAt: true },
        orderBy: { createdAt: 'asc' },
        take: 20,
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, ({ createdAt, id }) => ({ at: createdAt, id }));
  return {
    next: page.next,
    rows: page.rows.map(({ createdAt, proposal, reports, ...row }) => ({
      ...row,
      at: createdAt,
      expert: proposal.expert.person.name,
      reports: reports.map(({ createdAt: at, ...report }) => ({ ...report, at })),
    })),
  };
}

/** How many wait: the number in the admins' navigation. */
export async function countToModerate(viewer: Viewer): Promise<number> {
  return isAdmin(viewer) ? database().review.count({ where: WAITS }) : 0;
}

/** A decision that was just made, in a line; null for everybody but admins, and where nothing is decided. */
export async function decisionOf(viewer: Viewer, id: string, now: Date) {
  if (!isAdmin(viewer)) return null;
  const row = await database().review.findUnique({
    where: { id },
    select: {
      id: true,
      status: true,
      authorId: true,
      decidedAt: true,
      removedFor: true,
      company: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { authorId, company, ...decision } = row;
  const ownReview = viewer.kind === 'person' && viewer.personId === authorId;
  return { ...decision, company: company.name, canUndo: canUndo({ ...row, ownReview }, now) === null };
}
export type Decision = NonNullable<Awaited<ReturnType<typeof decisionOf>>>;
