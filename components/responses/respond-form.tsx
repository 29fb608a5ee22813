import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { respond } from '@/lib/responses/actions';
import { RESPONSE_TEXT } from '@/lib/responses/schema';

type RespondFormProps = { requestId: string; companyId: string; companyName: string; contactName: string };

/** The answer to a request. It opens the conversation. */
export function RespondForm({ requestId, companyId, companyName, contactName }: RespondFormProps) {
  return (
    <Form
      id="respond"
      action={respond}
      hidden={{ requestId, companyId }}
      label="Respond"
      className="grid gap-4"
    >
      <Field
        name="text"
        label="Your response"
        limit={RESPONSE_TEXT.max}
        hint="What you would do first, when you could begin, and what you need to know."
      >
        <Textarea rows={7} />
      </Field>
      <div className="grid justify-items-start gap-2">
        <Submit size="lg" pendingLabel="Sending…">
          Respond
        </Submit>
        <p className="text-sm wrap-anywhere text-muted">
          {contactName} reads this beside your name, your certification, {companyName} and your rate, and can
          chat with you from then on. Responding is free; {companyName} can respond once.
        </p>
      </div>
    </Form>
  );
}
