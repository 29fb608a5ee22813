import { ButtonLink } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import type { ShownPayment } from '@/lib/money/payment-requests/queries';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';

/** The second fact after approval: what became of the money, in a sentence. */
export function PaymentOutcome({
  payment,
  timeZone,
  now,
}: {
  payment: ShownPayment;
  timeZone: string;
  now: Date;
}) {
  const { payment: money, side, byClock, decidedAt } = payment;
  if (!money || !decidedAt) return null;
  const approved = (
    <>
      Approved {byClock ? `automatically on day ${APPROVE_WITHIN_DAYS}, ` : ''}
      <Instant at={decidedAt} timeZone={timeZone} now={now} />.
    </>
  );
  switch (money.status) {
    case 'succeeded':
      return (
        <p className="text-sm text-muted">
          {approved} Payment succeeded
          {money.settledAt ? (
            <>
              {' '}
              <Instant at={money.settledAt} timeZone={timeZone} now={now} />
            </>
          ) : null}
          .
        </p>
      );
    case 'failed':
      return (
        <p className="text-sm text-muted">
          {approved} <span className="font-medium text-stop">Payment failed</span>
          {side === 'customer' && money.failureMessage ? `: ${money.failureMessage}` : '.'}{' '}
          {side === 'customer' ? 'You weren’t charged.' : 'The customer can try again, or use another card.'}
        </p>
      );
    case 'action_required':
      return (
        <div className="grid justify-items-start gap-2">
          <p className="text-sm text-muted">
            {approved}{' '}
            {side === 'customer'
              ? 'Your bank needs you to confirm this payment. You aren’t charged until you do.'
              : 'The customer’s bank needs them to confirm the payment.'}
          </p>
          {money.actionUrl ? (
            <ButtonLink href={money.actionUrl} variant="primary">
              Confirm with your bank
            </ButtonLink>
          ) : null}
        </div>
      );
    default:
      return <p className="text-sm text-muted">{approved} Payment processing: we’re charging the card.</p>;
  }
}
