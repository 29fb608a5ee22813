import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { edit } from '@/lib/identity/companies/actions';
import { countryOptions } from '@/lib/identity/companies/countries';
import type { OwnCompany } from '@/lib/identity/companies/queries';
import { ABOUT, COMPANY_NAME, SIZES } from '@/lib/identity/companies/schema';

type CompanyFormProps = { company: OwnCompany; countries: readonly string[] };

/** What a company's public page says, for its owners. */
export function CompanyForm({ company, countries }: CompanyFormProps) {
  return (
    <Form
      action={edit}
      id={`company-${company.id}`}
      hidden={{ companyId: company.id }}
      label={`Edit ${company.name}`}
      className="grid gap-4"
    >
      <Field name="name" label="Company name" limit={COMPANY_NAME.max}>
        <Input autoComplete="organization" defaultValue={company.name} />
      </Field>
      <Field
        name="country"
        label="Country"
        hint="Where the company is registered, or where you live if you work alone. The operator sets the list."
      >
        <Select
          defaultValue={company.country}
          // A country that was taken off the list stays for whoever is there.
          options={countryOptions([...new Set([...countries, company.country])])}
        />
      </Field>
      <Field name="about" label="About" hint="What your company does." optional limit={ABOUT.max}>
        <Textarea rows={6} defaultValue={company.about} />
      </Field>
      <Field name="website" label="Website" hint="Shown as text, not as a link." optional>
        <Input type="url" inputMode="url" placeholder="https://" defaultValue={company.website ?? ''} />
      </Field>
      <Field name="size" label="Company size" optional>
        <Select
          placeholder="Not specified"
          defaultValue={company.size ?? ''}
          options={Object.entries(SIZES).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Checkbox
        name="partner"
        value="yes"
        label="In the AWS Partner Network"
        description="Shown as self-declared. We don’t check it."
        defaultChecked={company.partner}
      />
      <Submit className="justify-self-start">Save</Submit>
    </Form>
  );
}
