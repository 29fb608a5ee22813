import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { postRequest } from '@/lib/requests/actions';
import { RequestFields, type RequestTexts } from './request-fields';

type PostFormProps = {
  texts: RequestTexts;
  /** The customers that one may post for. With one there is nothing to choose; without any, one's own is made. */
  customers: readonly { id: string; name: string }[];
  fromDraft: boolean;
};

/** The whole request, ready to be posted. */
export function PostForm({ texts, customers, fromDraft }: PostFormProps) {
  const only = customers.length === 1 ? customers[0]!.id : null;
  const hidden = { ...(fromDraft ? { fromDraft: 'yes' } : {}), ...(only ? { customerId: only } : {}) };
  return (
    <Form id="request" action={postRequest} hidden={hidden} label="Request" className="grid gap-8">
      <RequestFields texts={texts} />
      {customers.length > 1 ? (
        <Field name="customerId" label="Post for" hint="Its members see the request and its answers.">
          <Select options={customers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      ) : null}
      <div className="grid justify-items-start gap-2">
        <Submit size="lg" pendingLabel="Posting…">
          Post request
        </Submit>
        <p className="text-sm text-muted">
          Certified experts can read it at once and respond. You can edit it and stop responses at any time;
          it cannot be deleted.
        </p>
      </div>
    </Form>
  );
}
