import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { revoke } from '@/lib/market/certifications/actions';
import { REASON } from '@/lib/market/certifications/schema';

/** Takes a verified certification back, whenever that was. */
export function RevokeForm({ certificationId }: { certificationId: string }) {
  return (
    <Form
      action={revoke}
      id="revoke"
      hidden={{ certificationId }}
      label="Revoke the certification"
      className="grid content-start gap-3"
    >
      <Field name="reason" label="Reason" hint="The expert reads this. Customers don’t." limit={REASON.max}>
        <Textarea rows={2} />
      </Field>
      <p className="text-sm text-muted">
        You can’t undo this. Without another certification the expert can’t respond, and their profile is
        hidden. We tell the expert, and every customer they have a proposal with.
      </p>
      <Submit variant="danger" className="justify-self-start">
        Revoke the certification
      </Submit>
    </Form>
  );
}
