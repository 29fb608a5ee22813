import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { AskBox } from '@/components/market/directory/ask-box';
import { CompanyAbout } from '@/components/market/directory/company-about';
import { JsonLd } from '@/components/market/directory/json-ld';
import { ServicesTab } from '@/components/market/directory/services-tab';
import { ExpertSummary } from '@/components/market/experts/expert-summary';
import { JobsDone } from '@/components/market/records/jobs-done';
import { ReviewList } from '@/components/trust/reviews/review-list';
import { Avatar } from '@/components/ui/avatar';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Callout } from '@/components/ui/callout';
import { Stars } from '@/components/ui/stars';
import { Tabs } from '@/components/ui/tabs';
import { Tag } from '@/components/ui/tag';
import { readId, showId } from '@/lib/core/id';
import { readCursor } from '@/lib/core/page';
import { firstLine } from '@/lib/core/text';
import { countryName } from '@/lib/identity/companies/countries';
import {
  type CompanyProfile,
  companyProfile,
  jobsDoneBy,
  recordsOf,
  reviewsFor,
  servicesDone,
} from '@/lib/market/profiles/queries';
import { appNow } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import { readViewer } from '@/lib/platform/session/viewer';

type CompanyProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string | string[]; from?: string | string[] }>;
};

const load = cache(async (text: string) => {
  const id = readId(text);
  return id ? companyProfile(await readViewer(), id) : null;
});

const addressOf = (company: CompanyProfile) => `/companies/${showId(company.id)}`;

export async function generateMetadata({ params }: CompanyProps): Promise<Metadata> {
  const company = await load((await params).id);
  if (!company) return { title: 'Not found', robots: { index: false } };
  const { name, about } = company;
  const description = firstLine(about || `${name}: certified AWS experts.`, 155);
  return {
    title: name,
    description,
    alternates: { canonical: addressOf(company) },
    robots: { index: company.listed },
    openGraph: { title: name, description, url: addressOf(company), type: 'profile', siteName: 'Groundcrew' },
  };
}

const TABS = ['about', 'experts', 'reviews', 'services'] as const;

/** A company's public page: four views, each with an address of its own. */
export default async function Company({ params, searchParams }: CompanyProps) {
  const { id } = await params;
  const company = await load(id);
  if (!company) notFound();
  const { tab, from } = await searchParams;
  const here = `/companies/${id}`;
  const shown = TABS.find((name) => name === tab) ?? 'about';
  const { experts, reviewCount, freelancer } = company;
  const view = (name: (typeof TABS)[number], label: string, count?: number) => ({
    href: name === 'about' ? here : `${here}?tab=${name}`,
    label,
    count,
    current: shown === name,
  });
  return (
    <div className="mx-auto grid max-w-5xl gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <Breadcrumbs crumbs={[{ label: 'Companies', href: '/companies' }]} />
      <header className="flex items-start gap-4">
        <Avatar name={company.name} size="lg" square />
        <div className="grid min-w-0 gap-1">
          <h1 className="text-2xl max-sm:text-xl">
            <bdi>{company.name}</bdi>
          </h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <Stars rating={company.rating} count={reviewCount || undefined} />
            <JobsDone jobs={(await jobsDoneBy([company.id])).get(company.id)} />
            <span>{freelancer ? 'Freelancer' : 'Company'}</span>
            <span>{countryName(company.country)}</span>
            {company.partner ? <Tag>AWS Partner (self-declared)</Tag> : null}
          </p>
        </div>
      </header>
      {company.listed ? null : (
        <Callout tone="wait" title="Not in the directory right now">
          None of its experts has a complete profile and an active certification. You see this page because
          you work with them.
        </Callout>
      )}
      <Tabs
        label={company.name}
        tabs={[
          view('about', 'About'),
          view('experts', 'Experts', experts.length),
          view('reviews', 'Reviews', reviewCount),
          view('services', 'Services'),
        ]}
      />
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {shown === 'about' ? <CompanyAbout company={company} /> : null}
          {shown === 'experts' ? <Experts company={company} /> : null}
          {shown === 'reviews' ? <Reviews id={company.id} here={here} from={[from].flat()[0]} /> : null}
          {shown === 'services' ? (
            <ServicesTab company={company} done={await servicesDone(company.id)} />
          ) : null}
        </div>
        {company.listed ? (
          <AskBox
            companyId={company.id}
            whom={company.name}
            readers={freelancer ? company.name : `people at ${company.name}`}
            viewer={await readViewer()}
          />
        ) : null}
      </div>
      {company.listed ? (
        <JsonLd
          facts={{
            '@type': 'Organization',
            name: company.name,
            description: company.about || undefined,
            url: new URL(addressOf(company), env.APP_URL).href,
            address: { '@type': 'PostalAddress', addressCountry: company.country },
            ...(company.rating === null
              ? {}
              : {
                  aggregateRating: {
                    '@type': 'AggregateRating',
                    ratingValue: company.rating.toFixed(1),
                    reviewCount,
                  },
                }),
          }}
        />
      ) : null}
    </div>
  );
}

async function Experts({ company }: { company: CompanyProfile }) {
  if (company.experts.length === 0)
    return (
      <EmptyState title="No experts right now">
        Experts appear here while their profile is complete and a certification is active.
      </EmptyState>
    );
  const [now, records] = await Promise.all([
    appNow(),
    recordsOf(company.experts.map(({ expertId }) => expertId)),
  ]);
  return (
    <div className="divide-y divide-line">
      {company.experts.map((expert) => (
        <ExpertSummary
          key={expert.expertId}
          expert={expert}
          now={now}
          record={records.get(expert.expertId)}
          href={`/experts/${showId(expert.expertId)}`}
        />
      ))}
    </div>
  );
}

async function Reviews({ id, here, from }: { id: string; here: string; from?: string }) {
  const place = readCursor(from);
  const [viewer, reviews] = await Promise.all([readViewer(), reviewsFor({ companyId: id }, place)]);
  return (
    <ReviewList
      reviews={reviews}
      timeZone={viewer.kind === 'person' ? viewer.timeZone : 'UTC'}
      named
      first={`${here}?tab=reviews`}
      later={place !== null}
    />
  );
}
