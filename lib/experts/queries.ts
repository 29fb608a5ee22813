import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { appNow } from '@/lib/db/clock';
import { type CertificationStatus, counts, isOver } from './rules';

/** What anyone may read of an expert: nothing that reaches them outside Groundcrew. */
export type ExpertCard = {
  expertId: string;
  name: string;
  headline: string;
  summary: string;
  experience: string;
  timeZone: string;
  languages: string[];
  rateFromMinor: bigint | null;
  rateToMinor: bigint | null;
  currency: string;
  company: { id: string; name: string; country: string; freelancer: boolean };
  /** Verified and in force. */
  certifications: { code: string; expiresOn: Date }[];
};

const CARD = {
  id: true,
  headline: true,
  summary: true,
  experience: true,
  languages: true,
  rateFromMinor: true,
  rateToMinor: true,
  currency: true,
  person: { select: { name: true, timeZone: true } },
  company: { select: { id: true, name: true, country: true, freelancer: true } },
  certifications: {
    where: { status: 'verified' as const },
    select: { code: true, expiresOn: true },
    orderBy: { createdAt: 'asc' as const },
  },
} as const;

/** The cards of these experts by their ids, in one query; suspended people and companies have none. Public. */
export async function expertCards(where: {
  expertIds?: string[];
  companyId?: string;
}): Promise<ExpertCard[]> {
  const [at, rows] = await Promise.all([
    appNow(),
    database().expert.findMany({
      where: {
        ...(where.expertIds ? { id: { in: where.expertIds } } : {}),
        ...(where.companyId ? { companyId: where.companyId } : {}),
        person: { suspendedAt: null },
        company: { suspendedAt: null },
      },
      select: CARD,
      orderBy: { createdAt: 'asc' },
      take: 100,
    }),
  ]);
  return rows.map(({ id, person, certifications, ...row }) => ({
    ...row,
    ...person,
    expertId: id,
    certifications: certifications.filter((held) => !isOver(held.expiresOn, at)),
  }));
}

export async function expertCard(expertId: string): Promise<ExpertCard | null> {
  return (await expertCards({ expertIds: [expertId] }))[0] ?? null;
}

export type OwnProfile = {
  expertId: string;
  headline: string;
  summary: string;
  experience: string;
  rateFromMinor: bigint | null;
  rateToMinor: bigint | null;
  currency: string;
  languages: string[];
  company: { id: string; name: string };
  certifications: OwnCertification[];
  /** Whether they may respond, propose and ask for access today. */
  responds: boolean;
};
export type OwnCertification = {
  id: string;
  code: string;
  validationNumber: string;
  nameAsPrinted: string;
  issuedOn: Date;
  expiresOn: Date;
  status: CertificationStatus;
  decidedAt: Date | null;
  /** Why it was not verified; what the admin saw otherwise stays with admins. */
  reason: string | null;
};

/** The viewer's own profile, of their first company; null where they have none. */
export async function ownProfile(viewer: Viewer): Promise<OwnProfile | null> {
  if (viewer.kind !== 'person') return null;
  const [at, row] = await Promise.all([
    appNow(),
    database().expert.findFirst({
      where: { personId: viewer.personId },
      include: {
        company: { select: { id: true, name: true } },
        certifications: { orderBy: { createdAt: 'desc' }, take: 50 },
      },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  if (!row) return null;
  const { id, headline, summary, experience, rateFromMinor, rateToMinor, currency, languages, company } = row;
  return {
    expertId: id,
    headline,
    summary,
    experience,
    rateFromMinor,
    rateToMinor,
    currency,
    languages,
    company,
    responds: row.certifications.some((held) => counts(held, at)),
    certifications: row.certifications.map((held) => ({
      id: held.id,
      code: held.code,
      validationNumber: held.validationNumber,
      nameAsPrinted: held.nameAsPrinted,
      issuedOn: held.issuedOn,
      expiresOn: held.expiresOn,
      status: held.status,
      decidedAt: held.decidedAt,
      reason: held.status === 'rejected' ? held.evidence : null,
    })),
  };
}

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
