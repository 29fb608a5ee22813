import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Reviews } from '@/components/companies/reviews';
import { ExpertSummary } from '@/components/experts/expert-summary';
import { EmptyState } from '@/components/layout/empty-state';
import { Avatar } from '@/components/ui/avatar';
import { DescriptionList } from '@/components/ui/description-list';
import { Pagination } from '@/components/ui/pagination';
import { Stars } from '@/components/ui/stars';
import { Tabs } from '@/components/ui/tabs';
import { readViewer } from '@/lib/auth/viewer';
import { type CompanyPage, companyPage, reviewsOf } from '@/lib/companies/queries';
import { SIZES, type Size } from '@/lib/companies/schema';
import { readId } from '@/lib/core/id';
import { readCursor } from '@/lib/core/page';
import { appNow } from '@/lib/db/clock';
import { countryName } from '@/lib/experts/countries';

type CompanyProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string | string[]; from?: string | string[] }>;
};

const load = cache(async (text: string) => {
  const id = readId(text);
  return id ? companyPage(id) : null;
});

export async function generateMetadata({ params }: CompanyProps): Promise<Metadata> {
  const company = await load((await params).id);
  return { title: company?.name ?? 'Not found' };
}

export default async function Company({ params, searchParams }: CompanyProps) {
  const { id } = await params;
  const company = await load(id);
  if (!company) notFound();
  const { tab, from } = await searchParams;
  const here = `/companies/${id}`;
  const shown = tab === 'experts' || tab === 'reviews' ? tab : 'about';
  return (
    <div className="mx-auto grid max-w-4xl gap-6 px-4 py-6 sm:px-8 sm:py-10">
      <header className="flex items-start gap-4">
        <Avatar name={company.name} size="lg" square />
        <div className="grid min-w-0 gap-1">
          <h1 className="text-2xl break-words">{company.name}</h1>
          <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
            <span>{company.freelancer ? 'Freelancer' : 'Company'}</span>
            <span>{countryName(company.country)}</span>
            <Stars rating={company.rating} count={company.reviewCount || undefined} />
          </p>
        </div>
      </header>
      <Tabs
        label={company.name}
        tabs={[
          { href: here, label: 'About', current: shown === 'about' },
          {
            href: `${here}?tab=experts`,
            label: 'Experts',
            count: company.experts.length,
            current: shown === 'experts',
          },
          {
            href: `${here}?tab=reviews`,
            label: 'Reviews',
            count: company.reviewCount,
            current: shown === 'reviews',
          },
        ]}
      />
      {shown === 'about' ? <About company={company} /> : null}
      {shown === 'experts' ? <Experts company={company} /> : null}
      {shown === 'reviews' ? (
        <ReviewTab companyId={company.id} here={here} from={typeof from === 'string' ? from : undefined} />
      ) : null}
    </div>
  );
}

function About({ company }: { company: CompanyPage }) {
  const { about, website, size, country } = company;
  return (
    <div className="grid gap-5">
      {about ? (
        <p className="max-w-[70ch] whitespace-pre-line">{about}</p>
      ) : (
        <EmptyState title="Nothing written yet">
          The Experts tab shows who works here and what they hold.
        </EmptyState>
      )}
      <DescriptionList
        items={[
          { term: 'Country', value: countryName(country) },
          ...(size && size in SIZES ? [{ term: 'People', value: SIZES[size as Size] }] : []),
          ...(website ? [{ term: 'Website', value: <span className="break-all">{website}</span> }] : []),
        ]}
      />
    </div>
  );
}

async function Experts({ company }: { company: CompanyPage }) {
  if (company.experts.length === 0)
    return <EmptyState title="No experts yet">Nobody of this company has a profile.</EmptyState>;
  const now = await appNow();
  return (
    <div className="divide-y divide-line">
      {company.experts.map((expert) => (
        <ExpertSummary key={expert.expertId} expert={expert} now={now} />
      ))}
    </div>
  );
}

async function ReviewTab({ companyId, here, from }: { companyId: string; here: string; from?: string }) {
  const [viewer, reviews] = await Promise.all([readViewer(), reviewsOf(companyId, readCursor(from))]);
  return (
    <div>
      <Reviews reviews={reviews.rows} timeZone={viewer.kind === 'person' ? viewer.timeZone : 'UTC'} />
      <Pagination
        label="Reviews"
        previous={from ? `${here}?tab=reviews` : null}
        previousLabel="Newest"
        next={reviews.next ? `${here}?tab=reviews&from=${reviews.next}` : null}
        nextLabel="Older"
      />
    </div>
  );
}
