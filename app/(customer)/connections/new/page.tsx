import type { Metadata } from 'next';
import { AddConnectionForm } from '@/components/connections/add-form';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { requirePerson } from '@/lib/auth/viewer';
import { customersToConnect } from '@/lib/connections/queries';

export const metadata: Metadata = { title: 'Connect an AWS account' };

export default async function NewConnectionPage() {
  const viewer = await requirePerson('/connections/new');
  const customers = await customersToConnect(viewer);
  return (
    <Page width="narrow">
      <PageHeader title="Connect an AWS account" crumbs={[{ label: 'AWS accounts', href: '/connections' }]} />
      {customers.length > 0 ? (
        <AddConnectionForm customers={customers} />
      ) : (
        <Callout
          tone="wait"
          title="Only customers connect AWS accounts"
          action={<ButtonLink href="/requests/new">New request</ButtonLink>}
        >
          {viewer.customers.length > 0
            ? 'You need the right grant; an owner can give it to you.'
            : 'Post a request first; then you can connect the account that it is about.'}
        </Callout>
      )}
    </Page>
  );
}
