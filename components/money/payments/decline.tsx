import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { decline } from '@/lib/money/payment-requests/actions';
import { REASON_MAX } from '@/lib/money/payment-requests/schema';

/** Declining needs a reason: it is what the expert has to go on. */
export function DeclinePayment({
  paymentRequestId,
  companyName,
}: {
  paymentRequestId: string;
  companyName: string;
}) {
  return (
    <Form
      action={decline}
      hidden={{ paymentRequestId }}
      label="Decline the payment request"
      className="grid gap-3"
    >
      <Field name="reason" label="Reason" limit={REASON_MAX} hint={`${companyName} can read it.`}>
        <Textarea rows={3} />
      </Field>
      <div>
        <Submit variant="danger" pendingLabel="Declining…">
          Decline payment
        </Submit>
      </div>
      <p className="text-sm text-muted">
        Nothing is charged. The proposal and access stay as they are. <bdi>{companyName}</bdi> can request it
        again once you agree on what’s missing.
      </p>
    </Form>
  );
}
