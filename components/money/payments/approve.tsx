import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/instant';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { approve, retry, withdraw } from '@/lib/money/payment-requests/actions';
import type { ShownPayment } from '@/lib/money/payment-requests/queries';

type StepProps = { payment: ShownPayment; timeZone: string; now: Date };

/** What happens if nobody acts, and what approving does: the sentence beside the button. */
export function Consequences({ payment, timeZone, now }: StepProps) {
  const { final, autoApproveAt, side, companyName } = payment;
  return (
    <p className="text-sm text-muted">
      Approved automatically on <Instant at={autoApproveAt} timeZone={timeZone} now={now} />{' '}
      {side === 'customer' ? 'if you do nothing.' : 'if the customer does nothing.'}{' '}
      {final
        ? 'Approving ends access and closes the proposal.'
        : `${companyName}’s access and the proposal stay as they are.`}
    </p>
  );
}

/** The buttons of a payment request that awaits approval, for whoever may press them. */
export function PaymentSteps({ payment, page }: { payment: ShownPayment; page?: boolean }) {
  const { id, may, amountMinor, currency } = payment;
  const amount = formatMoney({ minor: amountMinor, currency });
  const hidden = { paymentRequestId: id };
  const href = `/payment-requests/${showId(id)}`;
  if (may.approve)
    return (
      <div className="flex flex-wrap items-start gap-2">
        <Form action={approve} creates hidden={hidden} label={`Approve ${amount}`}>
          <Submit pendingLabel="Approving…">Approve {amount}</Submit>
        </Form>
        {page ? null : <ButtonLink href={`${href}#decline`}>Decline</ButtonLink>}
      </div>
    );
  if (may.withdraw)
    return (
      <Form action={withdraw} hidden={hidden} label="Withdraw the payment request">
        <Submit variant="secondary" size={page ? 'md' : 'sm'} pendingLabel="Withdrawing…">
          Withdraw
        </Submit>
      </Form>
    );
  if (may.retry)
    return (
      <div className="flex flex-wrap items-start gap-2">
        <Form action={retry} creates hidden={hidden} label={`Retry the payment of ${amount}`}>
          <Submit pendingLabel="Trying…">Retry {amount}</Submit>
        </Form>
        <ButtonLink href={`/payment-methods?next=${href}`}>Use another card</ButtonLink>
      </div>
    );
  return null;
}
