import type { Metadata } from 'next';
import { CompanyRow } from '@/components/directory/company-row';
import { DirectoryListing } from '@/components/directory/listing';
import { findCompanies } from '@/lib/directory/queries';
import { readFilters, readPlace } from '@/lib/directory/schema';

export const metadata: Metadata = {
  title: 'AWS consulting companies and freelancers',
  description: 'Companies and freelancers whose experts hold verified AWS Certifications.',
  alternates: { canonical: '/companies' },
};

type CompaniesProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The directory of companies, freelancers among them. */
export default async function CompaniesPage({ searchParams }: CompaniesProps) {
  const search = await searchParams;
  const filters = readFilters(search);
  const place = readPlace([search.from].flat()[0]);
  const listing = await findCompanies(filters, place);
  return (
    <DirectoryListing
      path="/companies"
      filters={filters}
      listing={listing}
      later={place !== null}
      row={(company) => <CompanyRow key={company.id} company={company} />}
    />
  );
}
