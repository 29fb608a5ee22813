import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';

const isAdmin = (viewer: Viewer) => viewer.kind === 'person' && viewer.admin && !viewer.suspended;

const CLAIMANT = {
  expert: {
    select: {
      id: true,
      headline: true,
      person: { select: { id: true, name: true, email: true, createdAt: true } },
      company: { select: { id: true, name: true, country: true } },
    },
  },
} as const;

/** Claims that wait for an admin, the oldest first, after a place in the list. For admins; empty for all others. */
export async function claimsToVerify(viewer: Viewer, after: Cursor | null): Promise<Page<ClaimRow>> {
  if (!isAdmin(viewer)) return { rows: [], next: null };
  const rows = await database().certification.findMany({
    where: {
      status: 'claimed',
      ...(after
        ? { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] }
        : {}),
    },
    include: CLAIMANT,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      code: row.code,
      claimedAt: row.createdAt,
      expiresOn: row.expiresOn,
      person: row.expert.person.name,
      company: row.expert.company.name,
    })),
  };
}
export type ClaimRow = {
  id: string;
  code: string;
  claimedAt: Date;
  expiresOn: Date;
  person: string;
  company: string;
};

/** How many claims wait: the number in the admins' navigation. */
export async function countClaims(viewer: Viewer): Promise<number> {
  return isAdmin(viewer) ? database().certification.count({ where: { status: 'claimed' } }) : 0;
}

/** One claim with all that an admin compares, and every other claim of its number. Null for everybody else. */
export async function claimToVerify(viewer: Viewer, id: string) {
  if (!isAdmin(viewer)) return null;
  const claim = await database().certification.findUnique({ where: { id }, include: CLAIMANT });
  if (!claim) return null;
  const others = await database().certification.findMany({
    where: {
      id: { not: id },
      OR: [
        { validationNumber: { equals: claim.validationNumber, mode: 'insensitive' } },
        { expertId: claim.expertId, code: claim.code },
      ],
    },
    include: CLAIMANT,
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  const decider = claim.decidedBy
    ? await database().person.findUnique({ where: { id: claim.decidedBy }, select: { name: true } })
    : null;
  return {
    ...claim,
    decider: decider?.name ?? null,
    own: viewer.kind === 'person' && claim.expert.person.id === viewer.personId,
    others: others.map((other) => ({
      id: other.id,
      sameNumber: other.validationNumber.toUpperCase() === claim.validationNumber.toUpperCase(),
      status: other.status,
      person: other.expert.person.name,
      company: other.expert.company.name,
      claimedAt: other.createdAt,
      evidence: other.evidence,
    })),
  };
}
export type ClaimToVerify = NonNullable<Awaited<ReturnType<typeof claimToVerify>>>;
