import type { Metadata } from 'next';
import { Members } from '@/components/identity/members/page';
import { TenantSwitcher } from '@/components/identity/members/switcher';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { readId } from '@/lib/core/id';
import { membersPage, ownTenants } from '@/lib/identity/members/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Company members' };

type Props = { searchParams: Promise<{ company?: string | string[]; done?: string | string[] }> };

/** Who acts for a company, and with which rights. */
export default async function CompanyMembers({ searchParams }: Props) {
  const viewer = await requirePerson('/company/members');
  const { company, done } = await searchParams;
  const tenants = await ownTenants(viewer, 'company');
  const asked = typeof company === 'string' ? readId(company) : null;
  const id = tenants.find((tenant) => tenant.id === asked)?.id ?? tenants[0]?.id;
  const tenant = id ? await membersPage(viewer, { side: 'company', id }) : null;
  return (
    <Page width="narrow">
      <PageHeader title="Members" note={tenant?.name} crumbs={[{ label: 'Company', href: '/company' }]} />
      {tenant ? (
        <>
          <TenantSwitcher tenants={tenants} current={tenant.id} base="/company/members" />
          <Members
            tenant={tenant}
            timeZone={viewer.timeZone}
            done={typeof done === 'string' ? done : undefined}
          />
        </>
      ) : (
        <EmptyState
          title="You’re not in a company"
          action={<ButtonLink href="/register">Become an expert</ButtonLink>}
        >
          Registering as an expert creates a company, even if you work alone. An owner of another company can
          invite you by email.
        </EmptyState>
      )}
    </Page>
  );
}
