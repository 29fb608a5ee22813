import { z } from 'zod';
import { PAGE_SIZE } from '@/lib/core/page';
import { database } from '@/lib/platform/db/client';
import { type Filters, type Place, writePlace } from './schema';
import { termsOf } from './terms';

const Minor = z.int().transform(BigInt).nullable();
/** What a list shows of a row; the database makes it (`expert_entry_truth`, `company_entry_truth`). */
const Card = z.object({
  name: z.string(),
  country: z.string(),
  freelancer: z.boolean(),
  partner: z.boolean(),
  rateFromMinor: Minor,
  rateToMinor: Minor,
  /** Hundredths of a star, the average of its company; null while nobody has reviewed it. */
  stars: z.int().nullable(),
  reviews: z.int(),
  /** Certifications in force. */
  codes: z.array(z.string()),
});
const ExpertCard = Card.extend({
  timeZone: z.string(),
  photo: z.string().nullable(),
  headline: z.string(),
  languages: z.array(z.string()),
  currency: z.string(),
  companyId: z.string(),
  companyName: z.string(),
});
const CompanyCard = Card.extend({ about: z.string(), experts: z.int() });

const rowOf = <Shape extends z.ZodType>(card: Shape) =>
  z.object({ id: z.string(), standing: z.bigint(), alike: z.boolean(), card });
const Experts = z.array(rowOf(ExpertCard));
const Companies = z.array(rowOf(CompanyCard));
export type ListedExpert = Place & z.output<typeof ExpertCard>;
export type ListedCompany = Place & z.output<typeof CompanyCard>;

export type Listing<Row> = {
  rows: Row[];
  next: string | null;
  /** The words stand nowhere: these are names that are alike. */
  alike: boolean;
};

const FIRST: Place = { standing: 2n ** 63n - 1n, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', alike: false };

/** Published experts in the order of standing. Public; the rows hold nothing that is not. */
export async function findExperts(filters: Filters, from: Place | null): Promise<Listing<ListedExpert>> {
  const { tags, phrases } = termsOf(filters);
  const { standing, id, alike } = from ?? FIRST;
  const rows = await database().$queryRaw`
    SELECT * FROM directory_expert_page(${filters.q ?? ''}, ${tags}::text[], ${phrases}::text[], ${alike},
      ${standing}::bigint, ${id}::uuid, ${PAGE_SIZE + 1}::int)`;
  return listing(Experts.parse(rows));
}

/** Companies with at least one published expert, in the order of standing. Public. */
export async function findCompanies(filters: Filters, from: Place | null): Promise<Listing<ListedCompany>> {
  const { tags, phrases } = termsOf(filters);
  const { standing, id, alike } = from ?? FIRST;
  const rows = await database().$queryRaw`
    SELECT * FROM directory_company_page(${filters.q ?? ''}, ${tags}::text[], ${phrases}::text[], ${alike},
      ${standing}::bigint, ${id}::uuid, ${PAGE_SIZE + 1}::int)`;
  return listing(Companies.parse(rows));
}

function listing<Card>(rows: (Place & { card: Card })[]): Listing<Place & Card> {
  const shown = rows.slice(0, PAGE_SIZE).map(({ card, ...place }) => ({ ...card, ...place }));
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > PAGE_SIZE && last ? writePlace(last) : null,
    alike: rows[0]?.alike ?? false,
  };
}

/** As many addresses as a sitemap may have: https://www.sitemaps.org/protocol.html. */
const MOST = 50_000;

type PublishedExpert = { expertId: string /** Null where it is off. */; handle: string | null };

/** Whoever is in the directory, the best standing first. Public. */
export async function publishedExperts(most = MOST): Promise<PublishedExpert[]> {
  return database().$queryRaw`
    SELECT x.id AS "expertId", CASE WHEN e."handleOn" THEN e.handle END AS handle
    FROM expert_entry x JOIN "expert" e ON e.id = x.id
    ORDER BY x.standing DESC, x.id DESC LIMIT ${most}::int`;
}

/** The companies in the directory, the best standing first. Public. */
export async function publishedCompanies(most = MOST): Promise<{ id: string }[]> {
  return database().$queryRaw`
    SELECT id FROM company_entry ORDER BY standing DESC, id DESC LIMIT ${most}::int`;
}
