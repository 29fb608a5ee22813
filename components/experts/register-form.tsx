import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { register } from '@/lib/experts/actions';
import { countryOptions } from '@/lib/experts/countries';
import { COMPANY_NAME, HEADLINE } from '@/lib/experts/schema';
import { ClaimFields } from './claim-fields';

export function RegisterForm() {
  return (
    <Form action={register} label="Register as an expert" className="grid gap-5">
      <RadioCards
        name="kind"
        label="You work"
        columns={2}
        defaultValue="alone"
        options={[
          { value: 'alone', label: 'Alone', description: 'Customers see your own name.' },
          { value: 'company', label: 'For a company', description: 'Customers see its name beside yours.' },
        ]}
      />
      <Field
        name="companyName"
        label="Company name"
        hint="Only if you work for one."
        optional
        limit={COMPANY_NAME.max}
      >
        <Input autoComplete="organization" />
      </Field>
      <Field name="country" label="Country" hint="Where you, or the company, are based.">
        <Select placeholder="Choose…" options={countryOptions()} />
      </Field>
      <Field
        name="headline"
        label="Headline"
        hint="What you are good at, in a line. For example: Databases on RDS and Aurora."
        limit={HEADLINE.max}
      >
        <Input />
      </Field>
      <ClaimFields />
      <Submit pendingLabel="Registering…" className="justify-self-start">
        Register
      </Submit>
    </Form>
  );
}
