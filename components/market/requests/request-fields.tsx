import { TitleAdvice } from '@/components/market/advice/title-advice';
import { TagField } from '@/components/market/tags/tag-field';
import { AsIs } from '@/components/ui/as-is';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import {
  BUDGET_LABELS,
  type Budget,
  CONTACT_EMAIL_MAX,
  CONTACT_NAME,
  DESCRIPTION,
  LOCATION_LABELS,
  type Location,
  TITLE,
} from '@/lib/market/requests/schema';
import { SlotsField } from './slots-field';

export type RequestTexts = {
  title: string;
  description: string;
  budget: Budget | null;
  location: Location | null;
  services: readonly string[];
  regions: readonly string[];
  /** Null: any number of responses. */
  slots: number | null;
  contactName: string;
  contactEmail: string;
};

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type RequestFieldsProps = {
  texts: RequestTexts;
  /** For one company alone: there is nobody to be found, and no places to share out. */
  direct?: boolean;
  /** The address that needs no confirmation: the person's own. */
  ownEmail: string;
};

/** Every field of a request, with the guide's labels and limits. */
export function RequestFields({ texts, direct, ownEmail }: RequestFieldsProps) {
  return (
    <>
      <section className="grid gap-5">
        <h2 className="text-lg">Request details</h2>
        <Field name="title" label="Request title" limit={TITLE.max} hint="Name the service and the problem.">
          <Input defaultValue={texts.title} autoComplete="off" />
        </Field>
        <TitleAdvice />
        <Field
          name="description"
          label="Describe your needs"
          limit={DESCRIPTION.max}
          hint="Plain text; line breaks are kept. For your privacy, don't share contact information here."
        >
          <Textarea defaultValue={texts.description} rows={8} />
        </Field>
        <AsIs
          name="asIs"
          legend="Contact details in your text"
          label="Post it as is"
          description="Experts see your name and can chat with you as soon as they respond, so they don’t need these."
        />
        <TagField kind="services" defaultValue={texts.services} />
        <TagField kind="regions" defaultValue={texts.regions} />
        <RadioCards
          name="budget"
          label="Budget"
          hint="Choose the budget for implementing this project or resolving your issue."
          options={options(BUDGET_LABELS)}
          defaultValue={texts.budget ?? undefined}
          columns={2}
        />
        {direct ? (
          <input type="hidden" name="location" value={texts.location ?? 'anywhere'} />
        ) : (
          <>
            <RadioCards
              name="location"
              label="Preferred expert or firm location"
              hint="Helps experts in your preferred country find your request. All experts can view and respond to it."
              options={options(LOCATION_LABELS)}
              defaultValue={texts.location ?? 'anywhere'}
              columns={2}
            />
            <SlotsField slots={texts.slots} />
          </>
        )}
      </section>
      <section className="grid gap-5 sm:grid-cols-2">
        <h2 className="text-lg sm:col-span-2">Notification settings</h2>
        <Field
          name="contactName"
          label="Your name"
          limit={CONTACT_NAME.max}
          hint="This will be shared with experts."
        >
          <Input defaultValue={texts.contactName} autoComplete="name" />
        </Field>
        <Field
          name="contactEmail"
          label="Email address"
          hint={
            <>
              This will be used for notifications and will not be shared with experts. At most{' '}
              {CONTACT_EMAIL_MAX} characters. For an address other than {ownEmail}, we send a link to confirm
              it first. Until then, notifications go to {ownEmail}.
            </>
          }
        >
          <Input type="email" defaultValue={texts.contactEmail} autoComplete="email" />
        </Field>
      </section>
    </>
  );
}
