import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Submit } from '@/components/ui/submit';
import type { Viewer } from '@/lib/core/rights';
import { beginDirect } from '@/lib/market/drafts/actions';
import { CONTACT_EMAIL_MAX, CONTACT_NAME } from '@/lib/market/requests/schema';

type AskBoxProps = {
  companyId: string;
  /** One expert alone; else the whole company. */
  expertId?: string;
  whom: string;
  /** Who will read it, as the sentence says it: "Priya Raman", "people at Northlight". */
  readers: string;
  viewer: Viewer;
};

/** Where a customer writes to one expert or company alone: name and address first, then the request. */
export function AskBox({ companyId, expertId, whom, readers, viewer }: AskBoxProps) {
  const person = viewer.kind === 'person' ? viewer : null;
  return (
    <Card title={`Ask ${whom} directly`}>
      <Form
        action={beginDirect}
        creates
        id="ask"
        hidden={{ companyId, ...(expertId ? { expertId } : {}) }}
        label={`Ask ${whom} directly`}
        className="grid gap-3"
      >
        <p className="text-sm text-muted">
          It’s free. Describe what you need on the next page. Only {readers} will read it.
        </p>
        <Field name="contactName" label="Your name">
          <Input
            autoComplete="name"
            maxLength={CONTACT_NAME.max}
            defaultValue={person ? [...person.name].slice(0, CONTACT_NAME.max).join('') : undefined}
          />
        </Field>
        <Field name="contactEmail" label="Email address" hint="For notifications. Experts never see it.">
          <Input
            type="email"
            autoComplete="email"
            maxLength={CONTACT_EMAIL_MAX}
            defaultValue={person?.email}
          />
        </Field>
        <Submit className="justify-self-start">Next: describe your request</Submit>
      </Form>
    </Card>
  );
}
