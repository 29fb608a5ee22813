import type { Metadata } from 'next';
import { ExpertRow } from '@/components/directory/expert-row';
import { DirectoryListing } from '@/components/directory/listing';
import { appNow } from '@/lib/db/clock';
import { findExperts } from '@/lib/directory/queries';
import { readFilters, readPlace } from '@/lib/directory/schema';

export const metadata: Metadata = {
  title: 'AWS experts',
  description:
    'Experts with verified AWS Certifications: by certification, country, language, rate and rating.',
  alternates: { canonical: '/experts' },
};

type ExpertsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The directory of experts. What is looked for and where one stands are in the address. */
export default async function ExpertsPage({ searchParams }: ExpertsProps) {
  const search = await searchParams;
  const filters = readFilters(search);
  const place = readPlace([search.from].flat()[0]);
  const [now, listing] = await Promise.all([appNow(), findExperts(filters, place)]);
  return (
    <DirectoryListing
      path="/experts"
      filters={filters}
      listing={listing}
      later={place !== null}
      row={(expert) => <ExpertRow key={expert.id} expert={expert} now={now} />}
    />
  );
}
