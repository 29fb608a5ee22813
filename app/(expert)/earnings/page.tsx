import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { Stat } from '@/components/ui/stat';
import { Table } from '@/components/ui/table';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { balancesOf } from '@/lib/money/ledger/queries';
import { earnedOf, earningsPage } from '@/lib/money/payments/queries';
import { env } from '@/lib/platform/env';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Earnings' };

type Props = { searchParams: Promise<{ after?: string }> };

/** What the company was paid, what the fee was, and what the ledger owes it. */
export default async function EarningsPage({ searchParams }: Props) {
  const { after } = await searchParams;
  const viewer = await requirePerson('/earnings');
  const [{ rows, next }, earned, balances] = await Promise.all([
    earningsPage(viewer, after),
    earnedOf(viewer),
    balancesOf(viewer),
  ]);
  return (
    <Page>
      <PageHeader title="Earnings" note="Every successful payment, with its fee." />
      <div className="mb-6 grid gap-4">
        {earned.map(({ companyId, companyName, currency, grossMinor, feeMinor, payments }) => {
          const money = (minor: bigint) => formatMoney({ minor, currency });
          const owed = balances.find((b) => b.companyId === companyId && b.currency === currency);
          return (
            <Card key={`${companyId} ${currency}`} title={<bdi>{companyName}</bdi>} level={2}>
              <div className="grid items-start gap-4 sm:grid-cols-3">
                <Stat
                  label="Paid by customers"
                  value={money(grossMinor)}
                  note={payments === 1 ? '1 payment' : `${payments} payments`}
                />
                <Stat label="Fee" value={money(feeMinor)} />
                <Stat
                  label="Earned"
                  value={money(owed?.payableMinor ?? 0n)}
                  note="In the ledger, not yet paid out"
                />
              </div>
              {owed && owed.heldMinor > 0n ? (
                <Callout tone="wait" title={`${money(owed.heldMinor)} is on hold`} className="mt-4">
                  Stripe reported a refund or a dispute. {env.OPERATOR_NAME} decides what happens next.
                </Callout>
              ) : null}
            </Card>
          );
        })}
      </div>
      <Table
        caption="Successful payments"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nothing earned yet">
            When a customer approves a payment request and the payment succeeds, it appears here with its fee.
          </EmptyState>
        }
        columns={[
          {
            head: 'Payment',
            main: true,
            cell: (row) => (
              <Link href={`/payment-requests/${showId(row.paymentRequestId)}`} className="underline">
                <bdi>{row.title}</bdi>
              </Link>
            ),
          },
          {
            head: 'For',
            cell: (row) => row.milestone ?? (row.final ? 'Final payment' : 'Custom amount'),
          },
          {
            head: 'Succeeded',
            cell: (row) => <Instant at={row.settledAt} timeZone={viewer.timeZone} show="day" />,
          },
          {
            head: 'Paid',
            align: 'right',
            cell: (row) => formatMoney({ minor: row.amountMinor, currency: row.currency }),
          },
          {
            head: 'Fee',
            align: 'right',
            cell: (row) => formatMoney({ minor: row.feeMinor, currency: row.currency }),
          },
          {
            head: 'Earned',
            align: 'right',
            cell: (row) => formatMoney({ minor: row.amountMinor - row.feeMinor, currency: row.currency }),
          },
        ]}
      />
      <Pagination
        label="Earnings"
        previous={after ? '/earnings' : null}
        next={next ? `/earnings?after=${next}` : null}
      />
    </Page>
  );
}
