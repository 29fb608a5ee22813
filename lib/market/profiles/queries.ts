import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { ofCustomers, tenantsOf } from '@/lib/core/scope';
import { type ExpertCard, expertCards } from '@/lib/market/experts/queries';
import { database } from '@/lib/platform/db/client';

export type Rating = { rating: number | null; reviewCount: number };

/** A company as its public page shows it. */
export type CompanyProfile = {
  id: string;
  name: string;
  country: string;
  about: string;
  website: string | null;
  size: string | null;
  freelancer: boolean;
  partner: boolean;
  since: Date;
  experts: ExpertCard[];
  /** In the directory. Else it is shown to those alone who have to do with it. */
  listed: boolean;
} & Rating;

async function ratingOf(of: { companyId: string } | { expertId: string }): Promise<Rating> {
  const { _avg, _count } = await database().review.aggregate({
    where: { ...of, status: 'published' },
    _avg: { stars: true },
    _count: true,
  });
  return { rating: _avg.stars, reviewCount: _count };
}

/** Whether the viewer is of the company, or of a customer that has a conversation with it. */
async function hasToDoWith(viewer: Viewer, companyId: string): Promise<boolean> {
  if (viewer.kind !== 'person') return false;
  const { customers, companies } = tenantsOf(viewer);
  if (companies.includes(companyId)) return true;
  if (customers.length === 0) return false;
  return (await database().conversation.count({ where: { companyId, ...ofCustomers(viewer) }, take: 1 })) > 0;
}

/**
 * A company's page. Public while it has a published expert; whoever works with it finds it afterwards too, as when a
 * certification has run out in the middle of a job. Null for everybody else, and where it is suspended or closed.
 */
export async function companyProfile(viewer: Viewer, id: string): Promise<CompanyProfile | null> {
  const [row, experts, rating] = await Promise.all([
    database().company.findFirst({
      where: { id, suspendedAt: null, closedAt: null },
      select: {
        id: true,
        name: true,
        country: true,
        about: true,
        website: true,
        size: true,
        freelancer: true,
        partner: true,
        createdAt: true,
      },
    }),
    expertCards({ companyId: id }),
    ratingOf({ companyId: id }),
  ]);
  if (!row) return null;
  const listed = experts.length > 0;
  if (!listed && !(await hasToDoWith(viewer, id))) return null;
  const { createdAt: since, ...company } = row;
  return { ...company, since, experts, listed, ...rating };
}

/** `rating`: of the jobs that this expert did. */
export type ExpertProfile = ExpertCard &
  Rating & {
    /** Of all of its people's jobs. */
    companyRating: Rating;
    partner: boolean;
    /** The address /e/<handle>, where the expert wants one. */
    handle: string | null;
  };

/** Average and number of published reviews of an expert's jobs, and of their company's. */
export async function ratingsOfExpert(
  expertId: string,
  companyId: string,
): Promise<Rating & { companyRating: Rating }> {
  const [own, companyRating] = await Promise.all([ratingOf({ expertId }), ratingOf({ companyId })]);
  return { ...own, companyRating };
}

/** A published expert by id or by handle; a handle that is off leads nowhere. */
export async function expertProfile(by: { id: string } | { handle: string }): Promise<ExpertProfile | null> {
  const row = await database().expert.findFirst({
    where: {
      ...('id' in by ? { id: by.id } : { handle: by.handle, handleOn: true }),
      publishedAt: { not: null },
      leftAt: null,
      person: { suspendedAt: null },
      company: { suspendedAt: null, closedAt: null },
    },
    select: {
      id: true,
      handle: true,
      handleOn: true,
      companyId: true,
      company: { select: { partner: true } },
    },
  });
  if (!row) return null;
  const [[card], rating] = await Promise.all([
    expertCards({ expertIds: [row.id] }),
    ratingsOfExpert(row.id, row.companyId),
  ]);
  if (!card) return null;
  return { ...card, ...rating, partner: row.company.partner, handle: row.handleOn ? row.handle : null };
}

export type PublishedReview = { id: string; stars: number; text: string; at: Date; expert: string };

/** Published reviews of a company, or of what one of its experts did; the newest first. Whoever wrote them is not named. */
export async function reviewsFor(
  of: { companyId: string } | { expertId: string },
  from: Cursor | null,
): Promise<Page<PublishedReview>> {
  const rows = await database().review.findMany({
    where: {
      ...of,
      status: 'published',
      ...(from ? { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] } : {}),
    },
    select: {
      id: true,
      stars: true,
      text: true,
      createdAt: true,
      proposal: { select: { expert: { select: { person: { select: { name: true } } } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, ({ createdAt, id }) => ({ at: createdAt, id }));
  return {
    next: page.next,
    rows: page.rows.map(({ createdAt, proposal, ...row }) => ({
      ...row,
      at: createdAt,
      expert: proposal.expert.person.name,
    })),
  };
}

/** The services that were asked for in the requests that a company has completed and was paid for, the most frequent first; and how many requests. */
export async function servicesDone(
  companyId: string,
): Promise<{ jobs: number; services: Map<string, number> }> {
  const rows = await database().$queryRaw<{ requestId: string; services: string[] }[]>`
    SELECT DISTINCT r.id AS "requestId", r.services FROM "proposal" p
    JOIN "conversation" v ON v.id = p."conversationId" JOIN "request" r ON r.id = v."requestId"
    WHERE p."companyId" = ${companyId}::uuid AND p.status = 'completed'
      AND EXISTS (SELECT 1 FROM "payment" m WHERE m."proposalId" = p.id AND m.status = 'succeeded') LIMIT 1000`;
  const counts = new Map<string, number>();
  for (const { services } of rows) for (const code of services) counts.set(code, (counts.get(code) ?? 0) + 1);
  return { jobs: rows.length, services: new Map([...counts].sort((a, b) => b[1] - a[1])) };
}

/** What stands to somebody's name: reviews of their own jobs, those of their company, and how many jobs they finished. */
export type TrackRecord = {
  rating: { average: number; count: number } | null;
  companyRating: { average: number; count: number } | null;
  /** Completed, and paid for. */
  jobs: number;
  /** The newest review that has words. Whoever wrote it is not named. */
  lastReview: { stars: number; text: string } | null;
};

type RecordRow = {
  id: string;
  average: number | null;
  count: number;
  companyAverage: number | null;
  companyCount: number;
  jobs: number;
  stars: number | null;
  text: string | null;
};

/** The records of these experts, in one query. Public: it names nobody else. */
export async function recordsOf(expertIds: readonly string[]): Promise<Map<string, TrackRecord>> {
  if (expertIds.length === 0) return new Map();
  const rows = await database().$queryRaw<RecordRow[]>`
    SELECT e.id, own.average, own.count, firm.average AS "companyAverage", firm.count AS "companyCount", done.jobs,
      last.stars, last.text
    FROM "expert" e
    CROSS JOIN LATERAL (SELECT avg(r.stars)::float8 AS average, count(*)::int AS count FROM "review" r
      WHERE r."expertId" = e.id AND r.status = 'published') AS own
    CROSS JOIN LATERAL (SELECT avg(r.stars)::float8 AS average, count(*)::int AS count FROM "review" r
      WHERE r."companyId" = e."companyId" AND r.status = 'published') AS firm
    CROSS JOIN LATERAL (SELECT count(*)::int AS jobs FROM "proposal" p
      WHERE p."companyId" = e."companyId" AND p."expertId" = e.id AND p.status = 'completed'
        AND EXISTS (SELECT 1 FROM "payment" m WHERE m."proposalId" = p.id AND m.status = 'succeeded')) AS done
    LEFT JOIN LATERAL (SELECT r.stars, r.text FROM "review" r
      WHERE r."expertId" = e.id AND r.status = 'published' AND r.text <> ''
      ORDER BY r."createdAt" DESC, r.id DESC LIMIT 1) AS last ON true
    WHERE e.id = ANY(${[...expertIds]}::uuid[])`;
  const rating = (average: number | null, count: number) => (average === null ? null : { average, count });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        rating: rating(row.average, row.count),
        companyRating: rating(row.companyAverage, row.companyCount),
        jobs: row.jobs,
        lastReview: row.text === null || row.stars === null ? null : { stars: row.stars, text: row.text },
      },
    ]),
  );
}

/** How many jobs the people of each of these companies finished; one without any is left out. One query. Public. */
export async function jobsDoneBy(companyIds: readonly string[]): Promise<Map<string, number>> {
  if (companyIds.length === 0) return new Map();
  const rows = await database().$queryRaw<{ companyId: string; jobs: number }[]>`
    SELECT p."companyId", count(*)::int AS jobs FROM "proposal" p
    WHERE p."companyId" = ANY(${[...companyIds]}::uuid[]) AND p.status = 'completed'
      AND EXISTS (SELECT 1 FROM "payment" m WHERE m."proposalId" = p.id AND m.status = 'succeeded')
    GROUP BY p."companyId"`;
  return new Map(rows.map(({ companyId, jobs }) => [companyId, jobs]));
}
