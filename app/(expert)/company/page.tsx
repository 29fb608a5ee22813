import type { Metadata } from 'next';
import { CloseCompany } from '@/components/identity/companies/close-form';
import { CompanyForm } from '@/components/identity/companies/edit-form';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { JoinForm } from '@/components/market/experts/register-form';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Details } from '@/components/ui/details';
import { Lamp } from '@/components/ui/lamp';
import { showId } from '@/lib/core/id';
import { countryName, eligibleCountries } from '@/lib/identity/companies/countries';
import { companiesOf, type OwnCompany } from '@/lib/identity/companies/queries';
import { SIZES, type Size } from '@/lib/identity/companies/schema';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Company' };

type Props = { searchParams: Promise<Record<'saved' | 'joined' | 'closed', string | undefined>> };

export default async function Company({ searchParams }: Props) {
  const viewer = await requirePerson('/company');
  const [companies, { saved, joined, closed }] = await Promise.all([companiesOf(viewer), searchParams]);
  const said = saved
    ? 'Saved.'
    : joined
      ? 'You’re a member now.'
      : closed
        ? 'The company is closed. We’re withdrawing its open responses and proposals.'
        : null;
  return (
    <Page width="narrow">
      <PageHeader title="Company" />
      {companies.length === 0 ? (
        <EmptyState
          title="You’re not in a company"
          action={<ButtonLink href="/register">Become an expert</ButtonLink>}
        >
          Registering as an expert creates a company, even if you work alone.
        </EmptyState>
      ) : null}
      <div className="grid gap-5">
        {said ? (
          <Callout tone="go" role="status">
            {said}
          </Callout>
        ) : null}
        {companies.map((company) => (
          <CompanyCard key={company.id} company={company} />
        ))}
      </div>
    </Page>
  );
}

function CompanyCard({ company }: { company: OwnCompany }) {
  const { id, name, closed, rights, hasProfile } = company;
  const owns = rights.includes('owner');
  return (
    <Card title={<bdi>{name}</bdi>} level={2} aside={closed ? <Lamp tone="ended">Closed</Lamp> : null}>
      <div className="grid gap-4">
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/company/members?company=${showId(id)}`}>Members</ButtonLink>
          {closed ? null : <ButtonLink href={`/companies/${showId(id)}`}>How customers see it</ButtonLink>}
        </div>
        {closed ? (
          <p className="text-sm text-muted">
            You can’t start anything new in it. You can still read what was agreed, paid and reviewed.
          </p>
        ) : owns ? (
          <CompanyForm company={company} countries={eligibleCountries(env.ELIGIBLE_COUNTRIES)} />
        ) : (
          <Facts company={company} />
        )}
        {closed || hasProfile ? null : (
          <Details summary={`Become an expert at ${name}`}>
            <JoinForm next="/company" company={{ id, name }} />
          </Details>
        )}
        {owns && !closed ? <CloseCompany companyId={id} name={name} /> : null}
      </div>
    </Card>
  );
}

/** What the page of the company says, for members who cannot change it. */
function Facts({ company }: { company: OwnCompany }) {
  const { country, size, website, partner, about } = company;
  return (
    <div className="grid gap-2">
      <DescriptionList
        items={[
          { term: 'Country', value: countryName(country) },
          ...(size ? [{ term: 'Size', value: SIZES[size as Size] ?? size }] : []),
          ...(website ? [{ term: 'Website', value: <span className="break-all">{website}</span> }] : []),
          { term: 'AWS Partner', value: partner ? 'Yes (self-declared)' : 'No' },
          ...(about
            ? [
                {
                  term: 'About',
                  value: (
                    <span dir="auto" className="whitespace-pre-wrap">
                      {about}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="text-sm text-muted">Only an owner can change this.</p>
    </div>
  );
}
