import type { Viewer } from '@/lib/core/rights';
import { ofCustomers } from '@/lib/core/scope';
import { MINUTE, utcDay } from '@/lib/core/time';
import { IN_FORCE, isInForce, isUnanswered, OVER, UNANSWERED } from '@/lib/job/proposals/lifecycle';
import { unreadIn } from '@/lib/job/unread/queries';
import { recordsOf, type TrackRecord } from '@/lib/market/profiles/queries';
import { answerTimesOf } from '@/lib/market/response-times/queries';
import { isWithdrawn, type ResponseStatus } from '@/lib/market/responses/lifecycle';

import { database } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';

export type Answer = TrackRecord & {
  /** The response's id, and its conversation's. */
  id: string;
  status: ResponseStatus;
  /** `direct`: the company was asked and has written no answer; `client`: it brought this customer. */
  origin: 'answer' | 'direct' | 'client';
  text: string;
  createdAt: Date;
  archived: boolean;
  unread: boolean;
  expertId: string;
  expertName: string;
  expertTimeZone: string;
  /** Under which the face is kept; null where there is none. */
  photo: string | null;
  headline: string;
  experience: string;
  languages: string[];
  company: {
    id: string;
    name: string;
    country: string;
    size: string | null;
    partner: boolean;
    freelancer: boolean;
  };
  /** Codes of the certifications that are verified and in date. */
  certifications: string[];
  rate: { fromMinor: bigint | null; toMinor: bigint | null; currency: string };
  /** How long the company usually takes to answer, in milliseconds; null: too few to say. */
  answerTime: number | null;
  /** The one that was accepted, or else the newest that waits or is done. */
  proposal: {
    id: string;
    status: 'proposed' | 'accepted' | 'completed' | 'ended';
    maximumMinor: bigint;
    currency: string;
    milestones: number;
  } | null;
};

/** What one reads stays among the unread for so long: a list must not reorder itself under its reader. */
const STAYS = 10 * MINUTE;

/** The most answers that are shown under a request. */
export const ANSWERS_SHOWN = 100;

const WITH = (viewerId: string, today: Date) =>
  ({
    id: true,
    status: true,
    origin: true,
    text: true,
    createdAt: true,
    archivedAt: true,
    company: {
      select: { id: true, name: true, country: true, size: true, partner: true, freelancer: true },
    },
    expert: {
      select: {
        id: true,
        headline: true,
        experience: true,
        languages: true,
        rateFromMinor: true,
        rateToMinor: true,
        currency: true,
        person: { select: { name: true, timeZone: true, photo: { select: { hash: true } } } },
        certifications: {
          where: { status: 'verified', expiresOn: { gte: today } },
          orderBy: { issuedOn: 'desc' },
          select: { code: true },
        },
      },
    },
    conversation: {
      select: {
        readMarks: { where: { personId: viewerId }, select: { at: true } },
        proposals: {
          where: { status: { in: [...UNANSWERED, ...IN_FORCE, ...OVER] } },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          select: {
            id: true,
            status: true,
            maximumMinor: true,
            currency: true,
            _count: { select: { milestones: true } },
          },
        },
      },
    },
  }) satisfies Prisma.ResponseSelect;

/** The answers to a request of the viewer's own customer: whose proposal waits first, then the unread, then the newest; the withdrawn last. */
export async function answersOf(viewer: Viewer, requestId: string, now: Date): Promise<Answer[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().response.findMany({
    where: { requestId, request: ofCustomers(viewer) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ANSWERS_SHOWN,
    select: WITH(viewer.personId, new Date(utcDay(now))),
  });
  const companyIds = [...new Set(rows.map((row) => row.company.id))];
  const [records, times, unread] = await Promise.all([
    recordsOf(rows.map(({ expert }) => expert.id)),
    answerTimesOf(companyIds, now),
    unreadIn(
      viewer.personId,
      rows.map(({ id }) => id),
    ),
  ]);
  const answers = rows.map(({ expert, conversation, archivedAt, ...row }) => ({
    ...row,
    archived: archivedAt !== null,
    unread: unread.has(row.id),
    expertId: expert.id,
    expertName: expert.person.name,
    expertTimeZone: expert.person.timeZone,
    photo: expert.person.photo?.hash ?? null,
    headline: expert.headline,
    experience: expert.experience,
    languages: expert.languages,
    certifications: expert.certifications.map((certification) => certification.code),
    rate: { fromMinor: expert.rateFromMinor, toMinor: expert.rateToMinor, currency: expert.currency },
    ...(records.get(expert.id) ?? NO_RECORD),
    answerTime: times.get(row.company.id) ?? null,
    proposal: weightiest(conversation?.proposals ?? []),
  }));
  const justRead = new Set(
    rows.flatMap(({ id, conversation }) => {
      const at = conversation?.readMarks[0]?.at;
      return at && now.getTime() - at.getTime() < STAYS ? [id] : [];
    }),
  );
  const place = (answer: Answer) => {
    if (isWithdrawn(answer.status)) return 3;
    if (isUnanswered(answer.proposal?.status)) return 0;
    return answer.unread || justRead.has(answer.id) ? 1 : 2;
  };
  return answers.sort((a, b) => place(a) - place(b));
}

const NO_RECORD: TrackRecord = { rating: null, companyRating: null, jobs: 0, lastReview: null };

type Offered = {
  id: string;
  status: string;
  maximumMinor: bigint;
  currency: string;
  _count: { milestones: number };
};

function weightiest(proposals: readonly Offered[]): Answer['proposal'] {
  const first = proposals.find(({ status }) => isInForce(status)) ?? proposals[0];
  if (!first) return null;
  const { _count, ...proposal } = first;
  return { ...proposal, milestones: _count.milestones } as Answer['proposal'];
}
