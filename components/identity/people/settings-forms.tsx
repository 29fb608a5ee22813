import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { rename as renameCustomer } from '@/lib/identity/customers/actions';
import type { OwnCustomer } from '@/lib/identity/customers/queries';
import { CUSTOMER_NAME } from '@/lib/identity/customers/schema';
import { rename } from '@/lib/identity/people/actions';
import { NAME, THEMES, type Theme } from '@/lib/identity/people/schema';

type PersonFormProps = {
  name: string;
  timeZone: string;
  theme: Theme;
  timeZones: readonly string[];
  /** How many certifications of theirs are verified for this name. */
  verified: number;
};

export function PersonForm({ name, timeZone, theme, timeZones, verified }: PersonFormProps) {
  return (
    <Form action={rename} label="About you" className="grid gap-4">
      <Field name="name" label="Name" hint="Shown to the people you work with." limit={NAME.max}>
        <Input autoComplete="name" defaultValue={name} />
      </Field>
      {verified > 0 ? (
        <Field name="requeue" group label="If you change your name">
          <Checkbox
            name="requeue"
            first
            label="Verify my certifications again"
            description="Until an admin has checked them, your profile is hidden and you can’t respond."
          />
        </Field>
      ) : null}
      <Field
        name="timeZone"
        label="Time zone"
        hint="We show times in it. If you’re an expert, customers see your local time."
      >
        <Select
          defaultValue={timeZone}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </Field>
      <RadioCards
        name="theme"
        label="Theme"
        columns={3}
        defaultValue={theme}
        options={Object.entries(THEMES).map(([value, label]) => ({ value, label }))}
      />
      <Submit className="justify-self-start">Save</Submit>
    </Form>
  );
}

/** The name of a customer, for its owners; others read it. */
export function CustomerForm({ customer }: { customer: OwnCustomer }) {
  if (!customer.rights.includes('owner'))
    return (
      <p>
        <bdi>{customer.name}</bdi>
      </p>
    );
  return (
    <Form
      action={renameCustomer}
      id={`customer-${customer.id}`}
      hidden={{ customerId: customer.id }}
      label={`Rename ${customer.name}`}
      className="grid gap-3"
    >
      <Field
        name="name"
        label="Account name"
        hint="Experts see it next to your requests."
        limit={CUSTOMER_NAME.max}
      >
        <Input defaultValue={customer.name} />
      </Field>
      <Submit variant="secondary" className="justify-self-start">
        Rename
      </Submit>
    </Form>
  );
}
