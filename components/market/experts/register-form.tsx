import type { ReactNode } from 'react';
import { ClaimFields } from '@/components/market/certifications/claim-fields';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { countryOptions } from '@/lib/identity/companies/countries';
import { addProfile, register } from '@/lib/market/experts/actions';
import { COMPANY_NAME } from '@/lib/market/experts/schema';

/** Where to go afterwards: a path of ours. */
type RegisterFormProps = { next: string };

/** Alone or for a company, a certification, and on to open work: three steps on one page, so that nothing typed is lost. */
export function RegisterForm({ next }: RegisterFormProps) {
  return (
    <Form
      action={register}
      creates
      hidden={{ next }}
      label="Register as an expert"
      className="group grid gap-8"
    >
      <Step number={1} title="How you work">
        <RadioCards
          name="kind"
          label="You work"
          columns={2}
          defaultValue="alone"
          options={[
            { value: 'alone', label: 'Alone', description: 'Customers see your own name.' },
            {
              value: 'company',
              label: 'For a company',
              description: 'Customers see its name next to yours.',
            },
          ]}
        />
        <div className="hidden gap-4 group-has-[input[value=company]:checked]:grid">
          <Field name="companyName" label="Company name" limit={COMPANY_NAME.max}>
            <Input autoComplete="organization" />
          </Field>
          <p className="text-sm text-muted">
            Is your company already here? Ask its owner to invite you by email, with the rights they choose.
            Registering here creates a new company, with you as its owner.
          </p>
        </div>
        <Field name="country" label="Country" hint="Where you or the company is based.">
          <Select placeholder="Choose…" options={countryOptions()} />
        </Field>
      </Step>
      <Step number={2} title="Your certification">
        <ClaimFields />
      </Step>
      <Step number={3} title="Open work">
        <p className="text-sm">
          An admin looks up your certification at aws.amazon.com/verification, and we tell you when that’s
          done. Until then, you see titles, budgets and tags of open requests. You can write a response, and
          we send it once your certification is verified. Fill in what customers read about you under Profile.
        </p>
        <Submit pendingLabel="Registering…" className="justify-self-start">
          Register and see open work
        </Submit>
      </Step>
    </Form>
  );
}

type JoinFormProps = { next: string; company: { id: string; name: string } };

/** A member of a company who has no profile in it yet. */
export function JoinForm({ next, company }: JoinFormProps) {
  return (
    <Form
      action={addProfile}
      creates
      id={`join-${company.id}`}
      hidden={{ next, companyId: company.id }}
      label={`Become an expert at ${company.name}`}
      className="grid gap-5"
    >
      <ClaimFields />
      <Submit pendingLabel="Registering…" className="justify-self-start">
        Become an expert at <bdi>{company.name}</bdi>
      </Submit>
    </Form>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <h2 className="flex items-center gap-2.5 text-lg">
        <span
          aria-hidden="true"
          className="grid size-7 place-items-center rounded-full border border-line-strong text-sm text-muted"
        >
          {number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
