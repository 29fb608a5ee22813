import { Instant } from '@/components/ui/instant';
import { Table } from '@/components/ui/table';
import { formatMoney } from '@/lib/core/money';
import type { HeldPayment } from '@/lib/money/stripe-events/queries';

type HeldPaymentsProps = { payments: readonly HeldPayment[]; timeZone: string };

/** Each payment with what Stripe told of it: what to look up there, and what is held here. */
export function HeldPayments({ payments, timeZone }: HeldPaymentsProps) {
  return (
    <Table
      caption="Payments on hold"
      rows={payments}
      rowKey={({ id }) => id}
      columns={[
        { head: 'For', main: true, cell: ({ title }) => <bdi>{title}</bdi> },
        { head: 'Company', cell: ({ company }) => <bdi>{company}</bdi> },
        {
          head: 'Paid',
          align: 'right',
          cell: ({ paidMinor: minor, currency }) => formatMoney({ minor, currency }),
        },
        {
          head: 'On hold',
          align: 'right',
          cell: ({ heldMinor: minor, currency }) => formatMoney({ minor, currency }),
        },
        {
          head: 'Stripe reported',
          cell: ({ events }) => (
            <ul>
              {events.map(({ id, type, at }) => (
                <li key={id} className="wrap-anywhere">
                  {type}, <Instant at={at} timeZone={timeZone} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          head: 'Look up in Stripe',
          cell: ({ stripeIntentId }) => <code className="text-xs break-all">{stripeIntentId}</code>,
        },
      ]}
    />
  );
}
