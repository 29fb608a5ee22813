import { type Cursor, PAGE_SIZE, type Page, pageOf } from '@/lib/core/page';
import type { CompanyRight, Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { type ExpertCard, expertCards } from '@/lib/experts/queries';

/** What anyone may read of a company. */
export type CompanyPage = {
  id: string;
  name: string;
  country: string;
  about: string;
  website: string | null;
  size: string | null;
  freelancer: boolean;
  since: Date;
  experts: ExpertCard[];
  /** Null while nobody has reviewed it. */
  rating: number | null;
  reviewCount: number;
};

/** A company's public page; null where there is none, or it is suspended. */
export async function companyPage(companyId: string): Promise<CompanyPage | null> {
  const company = await database().company.findFirst({
    where: { id: companyId, suspendedAt: null, closedAt: null },
  });
  if (!company) return null;
  const [experts, ratings] = await Promise.all([expertCards({ companyId }), ratingsOf([companyId])]);
  const { id, name, country, about, website, size, freelancer, createdAt } = company;
  const { rating, count } = ratings.get(id) ?? { rating: null, count: 0 };
  return {
    id,
    name,
    country,
    about,
    website,
    size,
    freelancer,
    since: createdAt,
    experts,
    rating,
    reviewCount: count,
  };
}

/** Average and number of published reviews of each company that has any; one query for a whole list. */
export async function ratingsOf(
  companyIds: string[],
): Promise<Map<string, { rating: number | null; count: number }>> {
  const rows = await database().review.groupBy({
    by: ['companyId'],
    where: { companyId: { in: companyIds }, status: 'published' },
    _avg: { stars: true },
    _count: true,
  });
  return new Map(rows.map((row) => [row.companyId, { rating: row._avg.stars, count: row._count }]));
}

export type PublicReview = {
  id: string;
  stars: number;
  text: string;
  at: Date;
  expert: string;
  expertId: string;
};

/** A company's published reviews, the newest first. Whoever wrote them is not named. */
export async function reviewsOf(companyId: string, from: Cursor | null): Promise<Page<PublicReview>> {
  const rows = await database().review.findMany({
    where: {
      companyId,
      status: 'published',
      company: { suspendedAt: null },
      ...(from ? { OR: [{ createdAt: { lt: from.at } }, { createdAt: from.at, id: { lt: from.id } }] } : {}),
    },
    select: {
      id: true,
      stars: true,
      text: true,
      createdAt: true,
      expertId: true,
      proposal: { select: { expert: { select: { person: { select: { name: true } } } } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
  });
  const page = pageOf(rows, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    next: page.next,
    rows: page.rows.map(({ createdAt, proposal, ...row }) => ({
      ...row,
      at: createdAt,
      expert: proposal.expert.person.name,
    })),
  };
}

export type OwnCompany = {
  id: string;
  name: string;
  country: string;
  about: string;
  website: string | null;
  size: string | null;
  partner: boolean;
  closed: boolean;
  rights: CompanyRight[];
  /** Whether the viewer is an expert of it. */
  hasProfile: boolean;
};

/** The companies that the viewer belongs to, in the order in which they joined. */
export async function companiesOf(viewer: Viewer): Promise<OwnCompany[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().companyMember.findMany({
    where: { personId: viewer.personId },
    select: {
      rights: true,
      company: {
        select: {
          id: true,
          name: true,
          country: true,
          about: true,
          website: true,
          size: true,
          partner: true,
          closedAt: true,
          experts: { where: { personId: viewer.personId, leftAt: null }, select: { id: true } },
        },
      },
    },
    orderBy: [{ since: 'asc' }, { companyId: 'asc' }],
  });
  return rows.map(({ company: { closedAt, experts, ...company }, rights }) => ({
    ...company,
    rights,
    closed: closedAt !== null,
    hasProfile: experts.length > 0,
  }));
}
