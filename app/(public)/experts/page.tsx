import type { Metadata } from 'next';
import { ExpertRow } from '@/components/market/directory/expert-row';
import { DirectoryListing } from '@/components/market/directory/listing';
import { findExperts } from '@/lib/market/directory/queries';
import { readFilters, readPlace } from '@/lib/market/directory/schema';
import { recordsOf } from '@/lib/market/profiles/queries';
import { answerTimesOf } from '@/lib/market/response-times/queries';
import { appNow } from '@/lib/platform/db/clock';

type ExpertsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A list of what somebody looked for is no page for a search engine. */
export async function generateMetadata({ searchParams }: ExpertsProps): Promise<Metadata> {
  return {
    title: 'AWS experts',
    description:
      'Find experts with verified AWS Certifications by certification, country, language, rate and rating.',
    alternates: { canonical: '/experts' },
    robots: { index: Object.keys(await searchParams).length === 0 },
  };
}

/** The directory of experts. What is looked for and where one stands are in the address. */
export default async function ExpertsPage({ searchParams }: ExpertsProps) {
  const search = await searchParams;
  const filters = readFilters(search);
  const place = readPlace([search.from].flat()[0]);
  const [now, listing] = await Promise.all([appNow(), findExperts(filters, place)]);
  const [paces, records] = await Promise.all([
    answerTimesOf([...new Set(listing.rows.map(({ companyId }) => companyId))], now),
    recordsOf(listing.rows.map(({ id }) => id)),
  ]);
  return (
    <DirectoryListing
      path="/experts"
      filters={filters}
      listing={listing}
      later={place !== null}
      row={(expert) => (
        <ExpertRow
          key={expert.id}
          expert={expert}
          now={now}
          pace={paces.get(expert.companyId)}
          record={records.get(expert.id)}
        />
      )}
    />
  );
}
