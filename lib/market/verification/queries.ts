import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Person, Viewer } from '@/lib/core/rights';
import { type CertificationStatus, isClaimed } from '@/lib/market/certifications/lifecycle';
import { canRevoke } from '@/lib/market/certifications/rules';
import { database } from '@/lib/platform/db/client';
import { agrees, canUndo } from './rules';

const isAdmin = (viewer: Viewer) => viewer.kind === 'person' && viewer.admin && !viewer.suspended;

const CLAIMANT = {
  expert: {
    select: {
      id: true,
      headline: true,
      person: {
        select: { id: true, name: true, email: true, createdAt: true, photo: { select: { hash: true } } },
      },
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
        ? { OR: [{ queuedAt: { gt: after.at } }, { queuedAt: after.at, id: { gt: after.id } }] }
        : {}),
    },
    include: CLAIMANT,
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, (row) => ({ at: row.queuedAt, id: row.id }));
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      code: row.code,
      claimedAt: row.queuedAt,
      looked: row.lookedBy !== null,
      expiresOn: row.expiresOn,
      person: row.expert.person.name,
      company: row.expert.company.name,
    })),
  };
}
export type ClaimRow = {
  id: string;
  code: string;
  /** Since when it waits. */
  claimedAt: Date;
  /** It has another name than its person, and waits for a second look. */
  looked: boolean;
  expiresOn: Date;
  person: string;
  company: string;
};

/** How many claims wait: the number in the admins' navigation. */
export async function countClaims(viewer: Viewer): Promise<number> {
  return isAdmin(viewer) ? database().certification.count({ where: { status: 'claimed' } }) : 0;
}

/** One claim with all that an admin compares, and every other claim of its number. Null for everybody else. */
export async function claimToVerify(viewer: Viewer, id: string, now: Date) {
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
  const { personId: me } = viewer as Person;
  const [neighbours, history, otherAdmins] = await Promise.all([
    neighboursOf(claim),
    historyOf(id),
    database().person.count({
      where: { admin: true, suspendedAt: null, id: { notIn: [me, claim.expert.person.id] } },
    }),
  ]);
  const first = history.findLast((row) => row.action === 'experts.look');
  const decider = history.findLast((row) => row.action !== 'experts.claim');
  return {
    ...claim,
    ...neighbours,
    history,
    decider: claim.decidedBy ? (decider?.by ?? null) : null,
    canUndo: undoable(viewer, claim, now),
    canRevoke: canRevoke(claim.status) === null,
    /** It has another name than its person. */
    differs: !agrees(claim.nameAsPrinted, claim.expert.person.name),
    /** Who looked first at another name, and why it is theirs all the same; null: nobody did. */
    firstLook: claim.lookedBy
      ? { by: first?.by ?? null, mine: claim.lookedBy === me, reason: claim.lookedReason ?? '' }
      : null,
    /** Somebody else can take the second look. */
    otherAdmins: otherAdmins > 0,
    own: claim.expert.person.id === me,
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

/** Whether the button is offered; what rests on the decision is looked at when it is pressed. */
function undoable(
  viewer: Viewer,
  of: { status: CertificationStatus; decidedAt: Date | null; expert: { person: { id: string } } },
  now: Date,
): boolean {
  const ownPerson = viewer.kind === 'person' && of.expert.person.id === viewer.personId;
  const { status, decidedAt } = of;
  return canUndo({ status, decidedAt, ownPerson }, now, { begun: false, claimedAnew: false }) === null;
}

/** The waiting claims before and after this one. */
async function neighboursOf({ queuedAt, id }: { queuedAt: Date; id: string }) {
  const place = (step: 'gt' | 'lt') => ({
    status: 'claimed' as const,
    OR: [{ queuedAt: { [step]: queuedAt } }, { queuedAt, id: { [step]: id } }],
  });
  const order = (way: 'asc' | 'desc') => [{ queuedAt: way }, { id: way }];
  const select = { id: true } as const;
  const [next, previous] = await Promise.all([
    database().certification.findFirst({ where: place('gt'), orderBy: order('asc'), select }),
    database().certification.findFirst({ where: place('lt'), orderBy: order('desc'), select }),
  ]);
  return { nextId: next?.id ?? null, previousId: previous?.id ?? null };
}

const DECISIONS = [
  'experts.claim',
  'experts.look',
  'experts.verify',
  'experts.reject',
  'experts.undo',
  'experts.requeue',
  'experts.revoke',
  'experts.expire',
];

/** What happened to a claim, in order, with the words of each decision: those that were taken back as well. */
async function historyOf(certificationId: string) {
  const rows = await database().auditEntry.findMany({
    where: { objectId: certificationId, action: { in: DECISIONS } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  const people = await database().person.findMany({
    where: { id: { in: rows.flatMap((row) => row.personId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    at: row.at,
    by: row.personId ? (names.get(row.personId) ?? null) : null,
    reason: (row.detail as { reason?: string | null }).reason ?? null,
  }));
}

/** A decision that was just made, in a line; null for everybody but admins, and where nothing is decided. */
export async function decisionOf(viewer: Viewer, id: string, now: Date) {
  if (!isAdmin(viewer)) return null;
  const row = await database().certification.findUnique({
    where: { id },
    select: {
      id: true,
      code: true,
      status: true,
      decidedAt: true,
      expert: { select: { person: { select: { id: true, name: true } } } },
    },
  });
  if (!row || isClaimed(row.status)) return null;
  const { expert, ...decision } = row;
  return { ...decision, person: expert.person.name, canUndo: undoable(viewer, row, now) };
}
export type Decision = NonNullable<Awaited<ReturnType<typeof decisionOf>>>;
