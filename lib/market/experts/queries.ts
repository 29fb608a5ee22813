import type { Viewer } from '@/lib/core/rights';
import {
  CERTIFICATION,
  type CertificationStatus,
  isClaimed,
  isVerified,
} from '@/lib/market/certifications/lifecycle';
import { counts, isOver } from '@/lib/market/certifications/rules';
import { type ChecklistItem, missingOf } from '@/lib/market/listings/rules';
import { database } from '@/lib/platform/db/client';
import { appNow } from '@/lib/platform/db/clock';
import type { Prisma } from '@/lib/platform/db/generated/client';

/** What anyone may read of an expert: nothing that reaches them outside Groundcrew. */
export type ExpertCard = {
  expertId: string;
  name: string;
  /** The hash of their photo, where there is one: see `photoPath`. */
  photo: string | null;
  headline: string;
  /** Their own, or what the company says about itself, as they chose. */
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
  sharesCompany: true,
  experience: true,
  languages: true,
  rateFromMinor: true,
  rateToMinor: true,
  currency: true,
  person: { select: { name: true, timeZone: true, photo: { select: { hash: true } } } },
  company: { select: { id: true, name: true, country: true, freelancer: true, about: true } },
  certifications: {
    where: { status: 'verified' as const },
    select: { code: true, expiresOn: true },
    orderBy: { createdAt: 'asc' as const },
  },
} satisfies Prisma.ExpertSelect;

function cardOf(row: Prisma.ExpertGetPayload<{ select: typeof CARD }>, at: Date): ExpertCard {
  const { person, company } = row;
  const { id, name, country, freelancer, about } = company;
  // Named one by one: a row may carry more than the public may read.
  return {
    expertId: row.id,
    name: person.name,
    photo: person.photo?.hash ?? null,
    headline: row.headline,
    summary: row.sharesCompany ? about : row.summary,
    experience: row.experience,
    timeZone: person.timeZone,
    languages: row.languages,
    rateFromMinor: row.rateFromMinor,
    rateToMinor: row.rateToMinor,
    currency: row.currency,
    company: { id, name, country, freelancer },
    certifications: row.certifications
      .filter((held) => !isOver(held.expiresOn, at))
      .map(({ code, expiresOn }) => ({ code, expiresOn })),
  };
}

/** The public cards of these experts, in one query: whoever is not published has none. */
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
        publishedAt: { not: null },
        // The same transaction that suspends hides the profile; this holds even where it should not have.
        person: { suspendedAt: null },
        company: { suspendedAt: null, closedAt: null },
      },
      select: CARD,
      orderBy: { createdAt: 'asc' },
      take: 100,
    }),
  ]);
  return rows.map((row) => cardOf(row, at));
}

export type OwnProfile = {
  expertId: string;
  headline: string;
  summary: string;
  sharesCompany: boolean;
  experience: string;
  rateFromMinor: bigint | null;
  rateToMinor: bigint | null;
  currency: string;
  languages: string[];
  timeZone: string;
  photo: string | null;
  handle: string | null;
  handleOn: boolean;
  company: { id: string; name: string; about: string; partner: boolean; freelancer: boolean };
  certifications: OwnCertification[];
  /** Whether they may respond, propose and ask for access today. */
  responds: boolean;
  publishedAt: Date | null;
  /** What keeps the profile from being public. */
  missing: ChecklistItem[];
  /** The card as customers see it, or will see it. */
  card: ExpertCard;
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
  /** Why it was not verified, or was revoked; what the admin saw otherwise stays with admins. */
  reason: string | null;
  /** While it waits: the word that proves the badge, and whether it was verified under another name. */
  word: string | null;
  requeued: boolean;
};

/** The viewer's profiles that stand, by company, in the order in which they were made. */
export async function ownProfilesOf(viewer: Viewer): Promise<{ expertId: string; company: string }[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().expert.findMany({
    where: { personId: viewer.personId, leftAt: null },
    select: { id: true, company: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 20,
  });
  return rows.map((row) => ({ expertId: row.id, company: row.company.name }));
}

/** One of the viewer's own profiles, the first where none is named; null where they have none, or it is not theirs. */
export async function ownProfile(viewer: Viewer, expertId?: string): Promise<OwnProfile | null> {
  if (viewer.kind !== 'person') return null;
  const [at, row] = await Promise.all([
    appNow(),
    database().expert.findFirst({
      where: { personId: viewer.personId, leftAt: null, ...(expertId ? { id: expertId } : {}) },
      select: {
        ...CARD,
        handle: true,
        handleOn: true,
        publishedAt: true,
        leftAt: true,
        person: { select: { ...CARD.person.select, suspendedAt: true } },
        company: { select: { ...CARD.company.select, partner: true, suspendedAt: true, closedAt: true } },
        certifications: { orderBy: { createdAt: 'desc' }, take: 50 },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  ]);
  if (!row) return null;
  const { id, company, certifications, person } = row;
  const verified = certifications.filter((held) => isVerified(held.status)).reverse();
  const renamed = await requeuedAmong(certifications.map((held) => held.id));
  return {
    expertId: id,
    headline: row.headline,
    summary: row.summary,
    sharesCompany: row.sharesCompany,
    experience: row.experience,
    rateFromMinor: row.rateFromMinor,
    rateToMinor: row.rateToMinor,
    currency: row.currency,
    languages: row.languages,
    timeZone: person.timeZone,
    photo: person.photo?.hash ?? null,
    handle: row.handle,
    handleOn: row.handleOn,
    company: {
      id: company.id,
      name: company.name,
      about: company.about,
      partner: company.partner,
      freelancer: company.freelancer,
    },
    responds: certifications.some((held) => counts(held, at)),
    publishedAt: row.publishedAt,
    missing: missingOf({ ...row, timeZone: person.timeZone }, at),
    card: cardOf({ ...row, certifications: verified }, at),
    certifications: certifications.map((held) => ({
      id: held.id,
      code: held.code,
      validationNumber: held.validationNumber,
      nameAsPrinted: held.nameAsPrinted,
      issuedOn: held.issuedOn,
      expiresOn: held.expiresOn,
      status: held.status,
      decidedAt: held.decidedAt,
      reason: ['rejected', 'revoked'].includes(held.status) ? held.evidence : null,
      word: isClaimed(held.status) ? held.word : null,
      requeued: isClaimed(held.status) && renamed.has(held.id),
    })),
  };
}

/** Those of these certifications that went back to be verified because their person took another name. */
async function requeuedAmong(ids: string[]): Promise<Set<string>> {
  const rows = await database().statusChange.findMany({
    where: { machine: CERTIFICATION.name, objectId: { in: ids }, event: 'requeue' },
    select: { objectId: true },
  });
  return new Set(rows.map(({ objectId }) => objectId));
}
