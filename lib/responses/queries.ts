import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import type { ResponseStatus } from './rules';

export type Answer = {
  /** The response's id, and its conversation's. */
  id: string;
  status: ResponseStatus;
  text: string;
  createdAt: Date;
  unread: boolean;
  expertName: string;
  expertTimeZone: string;
  company: { id: string; name: string; country: string };
  /** Codes of the certifications that are verified and in date. */
  certifications: string[];
  rate: { fromMinor: bigint | null; toMinor: bigint | null; currency: string };
  rating: { average: number; count: number } | null;
};

/** The most answers that are shown under a request. */
export const ANSWERS_SHOWN = 100;

/** The answers to a request of the viewer's own customer: the unread first, then the newest; the withdrawn last. */
export async function answersOf(viewer: Viewer, requestId: string, now: Date): Promise<Answer[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().response.findMany({
    where: { requestId, request: { customerId: { in: viewer.customers.map((m) => m.tenantId) } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: ANSWERS_SHOWN,
    select: {
      id: true,
      status: true,
      text: true,
      createdAt: true,
      company: { select: { id: true, name: true, country: true } },
      expert: {
        select: {
          rateFromMinor: true,
          rateToMinor: true,
          currency: true,
          person: { select: { name: true, timeZone: true } },
          certifications: {
            where: { status: 'verified', expiresOn: { gte: dayOf(now) } },
            orderBy: { issuedOn: 'desc' },
            select: { code: true },
          },
        },
      },
      conversation: {
        select: { lastSeq: true, readMarks: { where: { personId: viewer.personId }, select: { seq: true } } },
      },
    },
  });
  const ratings = await ratingsOf([...new Set(rows.map((row) => row.company.id))]);
  const answers = rows.map(({ expert, conversation, ...row }) => ({
    ...row,
    unread: (conversation?.lastSeq ?? 0) > (conversation?.readMarks[0]?.seq ?? 0),
    expertName: expert.person.name,
    expertTimeZone: expert.person.timeZone,
    certifications: expert.certifications.map((certification) => certification.code),
    rate: { fromMinor: expert.rateFromMinor, toMinor: expert.rateToMinor, currency: expert.currency },
    rating: ratings.get(row.company.id) ?? null,
  }));
  const place = (answer: Answer) => (answer.status === 'withdrawn' ? 2 : answer.unread ? 0 : 1);
  return answers.sort((a, b) => place(a) - place(b));
}

/** A date column's value for the day of an instant. */
function dayOf(instant: Date): Date {
  return new Date(`${instant.toISOString().slice(0, 10)}T00:00:00Z`);
}

async function ratingsOf(companyIds: string[]): Promise<Map<string, { average: number; count: number }>> {
  if (companyIds.length === 0) return new Map();
  const rows = await database().review.groupBy({
    by: ['companyId'],
    where: { companyId: { in: companyIds }, status: 'published' },
    _avg: { stars: true },
    _count: { _all: true },
  });
  return new Map(
    rows.map((row) => [row.companyId, { average: row._avg.stars ?? 0, count: row._count._all }]),
  );
}
