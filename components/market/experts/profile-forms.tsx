import { ClaimFields } from '@/components/market/certifications/claim-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { plainMoney } from '@/lib/core/money';
import { claim, editProfile } from '@/lib/market/experts/actions';
import type { OwnProfile } from '@/lib/market/experts/queries';
import { EXPERIENCE, HEADLINE, SUMMARY } from '@/lib/market/experts/schema';
import { NO_TIME_ZONE } from '@/lib/market/listings/rules';
import { removePhoto } from '@/lib/market/photos/actions';

type ProfileFormProps = { profile: OwnProfile; timeZones: readonly string[] };

export function ProfileForm({ profile, timeZones }: ProfileFormProps) {
  const amount = (minor: bigint | null) =>
    minor === null ? '' : plainMoney({ minor, currency: profile.currency });
  return (
    <Form
      action={editProfile}
      id="profile"
      hidden={{ expertId: profile.expertId }}
      label="Profile"
      className="grid gap-4"
    >
      <Field name="headline" label="Headline" hint="What you’re good at, in one line." limit={HEADLINE.max}>
        <Input defaultValue={profile.headline} />
      </Field>
      <Field name="summary" label="Summary" hint="Who you are." optional limit={SUMMARY.max}>
        <Textarea rows={5} defaultValue={profile.summary} />
      </Field>
      {profile.company.freelancer && !profile.sharesCompany ? null : (
        <Checkbox
          name="sharesCompany"
          defaultChecked={profile.sharesCompany}
          label={`Show what ${profile.company.name} says about itself instead`}
          description="We keep your own summary but don’t show it."
        />
      )}
      <Field name="experience" label="Experience" hint="What you’ve done." optional limit={EXPERIENCE.max}>
        <Textarea rows={6} defaultValue={profile.experience} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="rateFrom" label="Hourly rate, from" hint="In US dollars." optional>
          <Input inputMode="decimal" lead="$" defaultValue={amount(profile.rateFromMinor)} />
        </Field>
        <Field name="rateTo" label="Hourly rate, to" optional>
          <Input inputMode="decimal" lead="$" defaultValue={amount(profile.rateToMinor)} />
        </Field>
      </div>
      <Field name="languages" label="Languages" hint="Separate with commas: English, Swedish.">
        <Input defaultValue={profile.languages.join(', ')} />
      </Field>
      <Field name="timeZone" label="Time zone" hint="Customers see your local time.">
        <Select
          placeholder="Choose…"
          defaultValue={profile.timeZone === NO_TIME_ZONE ? '' : profile.timeZone}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </Field>
      <Submit className="justify-self-start">Save</Submit>
    </Form>
  );
}

/** Another certificate, to be verified. */
export function ClaimForm({ expertId, next }: { expertId: string; next: string | null }) {
  return (
    <Form
      action={claim}
      creates
      id="claim"
      hidden={{ expertId, ...(next ? { next } : {}) }}
      label="Add a certification"
      className="grid gap-4"
    >
      <ClaimFields />
      <Submit variant="secondary" className="justify-self-start">
        Submit for verification
      </Submit>
    </Form>
  );
}

export function RemovePhotoForm() {
  return (
    <Form action={removePhoto} label="Remove photo" className="mt-3 grid justify-items-start gap-2">
      <Submit variant="quiet" size="sm">
        Remove photo
      </Submit>
    </Form>
  );
}
