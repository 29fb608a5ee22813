import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { partOf } from '@/components/money/payments/panel';
import { PaymentLamp } from '@/components/money/payments/state';
import { ButtonLink } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { paymentsPage } from '@/lib/money/payment-requests/queries';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Payments' };

type Props = { searchParams: Promise<{ after?: string }> };

/** Everything that the customer was asked to pay, and what became of it. */
export default async function PaymentsPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const viewer = await requirePerson('/payments');
  const [{ rows, next }, now] = await Promise.all([paymentsPage(viewer, after), appNow()]);
  return (
    <Page>
      <PageHeader
        title="Payments"
        actions={<ButtonLink href="/payment-methods">Payment methods</ButtonLink>}
      />
      <Table
        caption="Payments"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No payments yet">
            When an expert requests a payment under a proposal you accepted, it appears here. You have{' '}
            {APPROVE_WITHIN_DAYS} days to approve or decline it.
          </EmptyState>
        }
        columns={[
          {
            head: 'Payment',
            main: true,
            cell: (row) => (
              <Link href={`/payment-requests/${showId(row.id)}`} className="underline">
                <bdi>{row.proposal.title}</bdi>
              </Link>
            ),
          },
          { head: 'For', cell: (row) => partOf(row) },
          { head: 'Company', cell: (row) => row.companyName },
          {
            head: 'Requested',
            cell: (row) => <Instant at={row.requestedAt} timeZone={viewer.timeZone} now={now} />,
          },
          { head: 'State', cell: (row) => <PaymentLamp payment={row} /> },
          {
            head: 'Amount',
            align: 'right',
            cell: (row) => formatMoney({ minor: row.amountMinor, currency: row.currency }),
          },
        ]}
      />
      <Pagination
        label="Payments"
        previous={after ? '/payments' : null}
        next={next ? `/payments?after=${next}` : null}
      />
    </Page>
  );
}
