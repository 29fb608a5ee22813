import type { Metadata } from 'next';
import { CompanyForm } from '@/components/companies/edit-form';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { requirePerson } from '@/lib/auth/viewer';
import { companiesOf } from '@/lib/companies/queries';
import { showId } from '@/lib/core/id';
import { countryName } from '@/lib/experts/countries';

export const metadata: Metadata = { title: 'Company' };

export default async function Company() {
  const viewer = await requirePerson('/company');
  const companies = await companiesOf(viewer);
  return (
    <Page width="narrow">
      <PageHeader title="Company" />
      {companies.length === 0 ? (
        <EmptyState
          title="You belong to no company"
          action={<ButtonLink href="/register">Become an expert</ButtonLink>}
        >
          Registering as an expert makes a company, of one person where you work alone.
        </EmptyState>
      ) : null}
      <div className="grid gap-5">
        {companies.map((company) => (
          <Card
            key={company.id}
            title={company.name}
            level={2}
            aside={<ButtonLink href={`/companies/${showId(company.id)}`}>As customers see it</ButtonLink>}
          >
            <p className="mb-4 text-sm text-muted">
              {countryName(company.country)}. A company's country is not changed.
            </p>
            {company.rights.includes('owner') ? (
              <CompanyForm company={company} />
            ) : (
              <p className="text-sm">Only an owner of the company can edit its page.</p>
            )}
          </Card>
        ))}
      </div>
    </Page>
  );
}
