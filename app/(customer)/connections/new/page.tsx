import type { Metadata } from 'next';
import { AddConnectionForm } from '@/components/access/connections/add-form';
import { MissingRight } from '@/components/identity/members/missing-right';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { customersToConnect } from '@/lib/access/connections/queries';
import { CONNECTION_COMMANDS } from '@/lib/access/connections/rights';
import { mayRun } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { accountToConnect } from '@/lib/demo/queries';
import { missingOfCustomers } from '@/lib/identity/members/rules';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Connect an AWS account' };

export default async function NewConnectionPage() {
  const viewer = await requirePerson('/connections/new');
  const customers = await customersToConnect(viewer);
  const missing = customers.length > 0 ? null : missingOfCustomers(viewer, 'grant');
  const [customerId] = tenantsOf(viewer).customers;
  const refusal = customerId ? mayRun(viewer, CONNECTION_COMMANDS.add, { customerId }) : null;
  return (
    <Page width="narrow">
      <PageHeader title="Connect an AWS account" crumbs={[{ label: 'AWS accounts', href: '/connections' }]} />
      {customers.length > 0 ? (
        <AddConnectionForm customers={customers} demoAccount={accountToConnect()} />
      ) : missing ? (
        <MissingRight missing={missing} to="connect an AWS account" />
      ) : (
        <Callout
          tone="wait"
          title="Only customers can connect AWS accounts"
          action={<ButtonLink href="/requests/new">New request</ButtonLink>}
        >
          {refusal?.message ?? 'Post a request first. Then you can connect the account it’s about.'}
        </Callout>
      )}
    </Page>
  );
}
