import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { reject, verify } from '@/lib/experts/actions';
import { REASON } from '@/lib/experts/schema';

/** The two answers to a claim, each with the words that stay. */
export function DecideForms({ certificationId }: { certificationId: string }) {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Form
        action={verify}
        id="verify"
        hidden={{ certificationId }}
        label="Verify"
        className="grid content-start gap-3"
      >
        <Field
          name="evidence"
          label="What you saw at aws.amazon.com/verification"
          hint="Kept with the decision; read by admins."
          limit={REASON.max}
        >
          <Textarea rows={3} />
        </Field>
        <Submit className="justify-self-start">Verify: the expert can respond</Submit>
      </Form>
      <Form
        action={reject}
        id="reject"
        hidden={{ certificationId }}
        label="Reject"
        className="grid content-start gap-3"
      >
        <Field
          name="reason"
          label="Why it cannot be verified"
          hint="The expert reads this."
          limit={REASON.max}
        >
          <Textarea rows={3} />
        </Field>
        <Submit variant="danger" className="justify-self-start">
          Reject: the expert can claim it again
        </Submit>
      </Form>
    </div>
  );
}
