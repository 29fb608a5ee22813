import type { Metadata } from 'next';
import { ConnectionLamp } from '@/components/access/connections/state';
import { MissingRight } from '@/components/identity/members/missing-right';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Mono } from '@/components/ui/code';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { connectionsOf, customersToConnect } from '@/lib/access/connections/queries';
import { showAccount } from '@/lib/access/connections/rules';
import { showId } from '@/lib/core/id';
import { missingOfCustomers } from '@/lib/identity/members/rules';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'AWS accounts' };

/** The customer's AWS accounts, and whether experts can be let into them. */
export default async function ConnectionsPage() {
  const viewer = await requirePerson('/connections');
  const [rows, customers, now] = await Promise.all([
    connectionsOf(viewer),
    customersToConnect(viewer),
    appNow(),
  ]);
  const connect =
    customers.length > 0 ? (
      <ButtonLink href="/connections/new" variant="primary">
        Connect an AWS account
      </ButtonLink>
    ) : null;
  const missing = connect ? null : missingOfCustomers(viewer, 'grant');
  return (
    <Page>
      <PageHeader title="AWS accounts" actions={rows.length > 0 ? connect : null} />
      <Table
        caption="AWS accounts"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No AWS account yet" action={connect}>
            {connect
              ? 'Connect an account before you let an expert in. It takes a few minutes, and you see everything that gets created.'
              : 'An account must be connected before an expert can get access.'}
          </EmptyState>
        }
        columns={[
          {
            head: 'Account',
            main: true,
            cell: (row) => (
              <Link href={`/connections/${showId(row.id)}`} className="underline">
                <bdi>{row.label}</bdi>
              </Link>
            ),
          },
          { head: 'ID', cell: (row) => <Mono>{showAccount(row.awsAccountId)}</Mono> },
          { head: 'State', cell: (row) => <ConnectionLamp status={row.status} plain /> },
          {
            head: 'Verified',
            cell: (row) =>
              row.verifiedAt ? (
                <Instant at={row.verifiedAt} timeZone={viewer.timeZone} now={now} />
              ) : (
                <span className="text-faint">–</span>
              ),
          },
          { head: 'Access', cell: (row) => (row.live > 0 ? String(row.live) : 'no one') },
        ]}
      />
      {missing ? (
        <div className="mt-4">
          <MissingRight missing={missing} to="connect an AWS account" />
        </div>
      ) : null}
    </Page>
  );
}
