import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { CERTIFICATIONS, COUNTING_IN_WORDS, LEVELS } from '@/lib/market/certifications/catalog';

/** What a certificate says: the fields of a claim. */
export function ClaimFields() {
  return (
    <>
      <Field
        name="code"
        label="AWS Certification"
        hint={`To respond to requests, you need one at ${COUNTING_IN_WORDS} level.`}
      >
        <Select
          placeholder="Choose…"
          options={LEVELS.map((level) => ({
            label: level,
            options: CERTIFICATIONS.filter((known) => known.level === level).map((known) => ({
              value: known.code,
              label: known.lastExam ? `${known.name} (exam retired)` : known.name,
            })),
          }))}
        />
      </Field>
      <Field
        name="validationNumber"
        label="Validation number"
        hint="It’s on the certificate. An admin looks it up at aws.amazon.com/verification. No one else sees it."
      >
        <Input autoComplete="off" spellCheck={false} maxLength={60} className="font-mono" />
      </Field>
      <Field name="nameAsPrinted" label="Name on the certificate" hint="As AWS printed it.">
        <Input autoComplete="off" maxLength={120} />
      </Field>
      <Field
        name="badgeUrl"
        label="Public badge page"
        hint="Its address at credly.com. We then give you a word to put there, to prove the badge is yours."
        optional
      >
        <Input type="url" inputMode="url" autoComplete="off" maxLength={300} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="issuedOn" label="Issue date">
          <Input type="date" />
        </Field>
        <Field name="expiresOn" label="Expiration date">
          <Input type="date" />
        </Field>
      </div>
    </>
  );
}
