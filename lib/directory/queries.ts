import { z } from 'zod';
import { PAGE_SIZE } from '@/lib/core/page';
import { database } from '@/lib/db/client';
import { type Filters, type Place, writePlace } from './schema';
import { termsOf } from './terms';

const Standing = z.object({ id: z.string(), standing: z.bigint(), alike: z.boolean() });
const Shared = Standing.extend({
  name: z.string(),
  country: z.string(),
  freelancer: z.boolean(),
  partner: z.boolean(),
  rateFromMinor: z.bigint().nullable(),
  rateToMinor: z.bigint().nullable(),
  /** The average of its company's stars; null while nobody has reviewed it. */
  stars: z.int().nullable(),
  reviews: z.int(),
  /** Certifications in force. */
  codes: z.array(z.string()),
});

const ListedExpert = Shared.extend({
  timeZone: z.string(),
  photo: z.string().nullable(),
  headline: z.string(),
  languages: z.array(z.string()),
  currency: z.string(),
  companyId: z.string(),
  companyName: z.string(),
});
export type ListedExpert = z.output<typeof ListedExpert>;

const ListedCompany = Shared.extend({ about: z.string(), experts: z.int() });
export type ListedCompany = z.output<typeof ListedCompany>;

export type Listing<Row> = {
  rows: Row[];
  next: string | null;
  /** The words stand nowhere: these are names that are alike. */
  alike: boolean;
};

const FIRST: Place = { standing: 2n ** 63n - 1n, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', alike: false };

/** Published experts in the order of standing. Public; the rows hold nothing that is not. */
export async function findExperts(filters: Filters, from: Place | null): Promise<Listing<ListedExpert>> {
  const { tags, anyOf, phrases } = termsOf(filters);
  const { standing, id, alike } = from ?? FIRST;
  const rows = await database().$queryRaw`
    SELECT * FROM directory_experts(${filters.q ?? ''}, ${tags}::text[], ${anyOf}::text[], ${phrases}::text[], ${alike},
      ${standing}::bigint, ${id}::uuid, ${PAGE_SIZE + 1}::int)`;
  return listing(z.array(ListedExpert).parse(rows));
}

/** Companies with at least one published expert, in the order of standing. Public. */
export async function findCompanies(filters: Filters, from: Place | null): Promise<Listing<ListedCompany>> {
  const { tags, anyOf, phrases } = termsOf(filters);
  const { standing, id, alike } = from ?? FIRST;
  const rows = await database().$queryRaw`
    SELECT * FROM directory_companies(${filters.q ?? ''}, ${tags}::text[], ${anyOf}::text[], ${phrases}::text[], ${alike},
      ${standing}::bigint, ${id}::uuid, ${PAGE_SIZE + 1}::int)`;
  return listing(z.array(ListedCompany).parse(rows));
}

function listing<Row extends Place>(rows: Row[]): Listing<Row> {
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > PAGE_SIZE && last ? writePlace(last) : null,
    alike: rows[0]?.alike ?? false,
  };
}
