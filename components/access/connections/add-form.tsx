import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { addConnection } from '@/lib/access/connections/actions';
import { LABEL } from '@/lib/access/connections/schema';

type AddFormProps = {
  customers: readonly { id: string; name: string }[];
  /** What to type where AWS is the demo's sandbox. */
  demoAccount: string | null;
};

export function AddConnectionForm({ customers, demoAccount }: AddFormProps) {
  const [only] = customers;
  return (
    <Form
      action={addConnection}
      creates
      hidden={customers.length === 1 && only ? { customerId: only.id } : undefined}
      label="Connect an AWS account"
      className="grid max-w-xl gap-4"
    >
      {customers.length > 1 ? (
        <Field name="customerId" label="Customer">
          <Select
            placeholder="Choose a customer"
            options={customers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      ) : null}
      <Field
        name="awsAccountId"
        label="AWS account ID"
        hint={
          demoAccount
            ? `In this demo, type ${demoAccount}. Any other number works too.`
            : "12 digits, in the top-right menu of the AWS console. We don't support AWS China or AWS GovCloud (US)."
        }
      >
        <Input inputMode="numeric" autoComplete="off" spellCheck={false} className="font-mono" />
      </Field>
      <Field
        name="label"
        label="Account name"
        limit={LABEL.max}
        hint="A name you'll recognize, such as Production."
      >
        <Input autoComplete="off" />
      </Field>
      <div>
        <Submit pendingLabel="Adding…">Next</Submit>
      </div>
      <p className="text-sm text-muted">
        Nothing happens in AWS yet. The next page shows what gets created there.
      </p>
    </Form>
  );
}
