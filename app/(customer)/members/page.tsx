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

export const metadata: Metadata = { title: 'Members' };

type Props = { searchParams: Promise<{ customer?: string | string[]; done?: string | string[] }> };

/** Who acts for a customer, and with which rights. */
export default async function CustomerMembers({ searchParams }: Props) {
  const viewer = await requirePerson('/members');
  const { customer, done } = await searchParams;
  const tenants = await ownTenants(viewer, 'customer');
  const asked = typeof customer === 'string' ? readId(customer) : null;
  const id = tenants.find((tenant) => tenant.id === asked)?.id ?? tenants[0]?.id;
  const tenant = id ? await membersPage(viewer, { side: 'customer', id }) : null;
  return (
    <Page width="narrow">
      <PageHeader title="Members" note={tenant?.name} />
      {tenant ? (
        <>
          <TenantSwitcher tenants={tenants} current={tenant.id} base="/members" />
          <Members
            tenant={tenant}
            timeZone={viewer.timeZone}
            done={typeof done === 'string' ? done : undefined}
          />
        </>
      ) : (
        <EmptyState
          title="You belong to no customer yet"
          action={<ButtonLink href="/requests/new">Post a request</ButtonLink>}
        >
          Your first request makes a customer of your name, with you as its owner. Then you can invite others
          here.
        </EmptyState>
      )}
    </Page>
  );
}
