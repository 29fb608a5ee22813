import type { Metadata } from 'next';
import { CompanyRow } from '@/components/market/directory/company-row';
import { DirectoryListing } from '@/components/market/directory/listing';
import { findCompanies } from '@/lib/market/directory/queries';
import { readFilters, readPlace } from '@/lib/market/directory/schema';
import { jobsDoneBy } from '@/lib/market/profiles/queries';
import { answerTimesOf } from '@/lib/market/response-times/queries';
import { appNow } from '@/lib/platform/db/clock';

type CompaniesProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A list of what somebody looked for is no page for a search engine. */
export async function generateMetadata({ searchParams }: CompaniesProps): Promise<Metadata> {
  return {
    title: 'AWS consulting companies and freelancers',
    description: 'Companies and freelancers whose experts hold verified AWS Certifications.',
    alternates: { canonical: '/companies' },
    robots: { index: Object.keys(await searchParams).length === 0 },
  };
}

/** The directory of companies, freelancers among them. */
export default async function CompaniesPage({ searchParams }: CompaniesProps) {
  const search = await searchParams;
  const filters = readFilters(search);
  const place = readPlace([search.from].flat()[0]);
  const [now, listing] = await Promise.all([appNow(), findCompanies(filters, place)]);
  const ids = listing.rows.map(({ id }) => id);
  const [paces, jobs] = await Promise.all([answerTimesOf(ids, now), jobsDoneBy(ids)]);
  return (
    <DirectoryListing
      path="/companies"
      filters={filters}
      listing={listing}
      later={place !== null}
      row={(company) => (
        <CompanyRow
          key={company.id}
          company={company}
          pace={paces.get(company.id)}
          jobs={jobs.get(company.id)}
        />
      )}
    />
  );
}
