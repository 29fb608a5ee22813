import { Card } from '@/components/ui/card';
import { Countdown } from '@/components/ui/countdown';
import { Details } from '@/components/ui/details';
import { Lamp } from '@/components/ui/lamp';
import { Link } from '@/components/ui/link';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import type { Person } from '@/lib/core/rights';
import { isApproved, isAwaiting } from '@/lib/money/payment-requests/lifecycle';
import type { Payments, ShownPayment } from '@/lib/money/payment-requests/queries';
import { isPaid } from '@/lib/money/payments/lifecycle';
import { Consequences, PaymentSteps } from './approve';
import { PaymentOutcome } from './outcome';
import { PaymentLamp } from './state';

type PanelProps = { data: Payments; viewer: Person; conversationId: string };

/** Payments that need something, each as a card; what is over, in a list. */
export function PaymentPanel({ data, viewer }: PanelProps) {
  const { payments, now } = data;
  const live = payments.filter(
    ({ status, payment }) => isAwaiting(status) || (isApproved(status) && !isPaid(payment?.status)),
  );
  const over = payments.filter((payment) => !live.includes(payment));
  if (payments.length === 0) return null;
  return (
    <>
      {live.map((payment) => (
        <PaymentCard key={payment.id} payment={payment} timeZone={viewer.timeZone} now={now} />
      ))}
      {over.length > 0 ? (
        <div className="px-1">
          <Details summary={`${live.length > 0 ? 'Earlier payments' : 'Payments'} (${over.length})`}>
            <ul className="grid gap-2 text-sm">
              {over.map((payment) => (
                <li key={payment.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <Link href={`/payment-requests/${showId(payment.id)}`} className="underline">
                    {formatMoney({ minor: payment.amountMinor, currency: payment.currency })}
                    {payment.milestone ? ` for ${payment.milestone.title}` : ''}
                  </Link>
                  <PaymentLamp payment={payment} plain />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      ) : null}
    </>
  );
}

function PaymentCard({ payment, timeZone, now }: { payment: ShownPayment; timeZone: string; now: Date }) {
  const { id, status, may, amountMinor, currency, autoApproveAt, note } = payment;
  const awaiting = isAwaiting(status);
  return (
    <Card
      title={may.approve ? 'Payment to approve' : 'Payment'}
      tone={may.approve ? 'wait' : payment.shown.lamp === 'stop' ? 'stop' : undefined}
      aside={
        awaiting && may.approve ? (
          <Lamp tone="wait">
            <Countdown
              until={autoApproveAt.toISOString()}
              now={now.toISOString()}
              suffix="left"
              over="due now"
            />
          </Lamp>
        ) : (
          <PaymentLamp payment={payment} plain />
        )
      }
    >
      <div className="mt-1 mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <Link href={`/payment-requests/${showId(id)}`} className="text-2xl font-semibold hover:underline">
          {formatMoney({ minor: amountMinor, currency })}
        </Link>
        <span className="text-sm text-muted">{partOf(payment)}</span>
      </div>
      {awaiting && note ? (
        <p dir="auto" className="mb-2 line-clamp-3 text-sm whitespace-pre-wrap">
          {note}
        </p>
      ) : null}
      {awaiting ? (
        <Consequences payment={payment} timeZone={timeZone} now={now} />
      ) : (
        <PaymentOutcome payment={payment} timeZone={timeZone} now={now} />
      )}
      <div className="mt-3 empty:hidden">
        <PaymentSteps payment={payment} />
      </div>
    </Card>
  );
}

/** "milestone 2 of 2 · final" */
export function partOf({ milestone, final }: Pick<ShownPayment, 'milestone' | 'final'>): string {
  const part = milestone ? `milestone ${milestone.position + 1} of ${milestone.of}` : 'custom amount';
  return final ? `${part} · final` : part;
}
