import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Kbd } from '@/components/ui/kbd';
import { RadioCards } from '@/components/ui/radio-cards';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { REASON } from '@/lib/market/certifications/schema';
import { reject, verify } from '@/lib/market/verification/actions';
import type { ClaimToVerify } from '@/lib/market/verification/queries';
import { CHECKS, NOTE, REASONS } from '@/lib/market/verification/schema';

/** The two answers to a claim, each with the words that stay. Their ids are what the keys look for. */
export function DecideForms({ claim }: { claim: ClaimToVerify }) {
  const { id: certificationId, differs, firstLook, otherAdmins, word, badgeUrl } = claim;
  const first = differs && !firstLook;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {differs && firstLook ? (
        <Callout tone="wait" title="The name differs: second look" className="lg:col-span-2">
          {firstLook.by ?? 'An admin'} looked first and wrote: {firstLook.reason}{' '}
          {firstLook.mine && otherAdmins ? 'Another admin has to confirm it.' : null}
        </Callout>
      ) : null}
      <Form
        action={verify}
        id="verify"
        hidden={{ certificationId }}
        label="Verify"
        className="grid content-start gap-3"
      >
        <Field
          name="checked"
          group
          label="What you saw at aws.amazon.com/verification"
          hint="Saved with the decision. Admins read it."
        >
          {Object.entries(CHECKS).map(([value, label], index) => (
            <Checkbox
              key={value}
              name="checked[]"
              value={value}
              first={index === 0}
              label={
                <>
                  {label} <Kbd>{String(index + 1)}</Kbd>
                </>
              }
            />
          ))}
        </Field>
        {word && badgeUrl ? (
          <Checkbox name="wordSeen" label={`I saw the word ${word} on the badge page`} />
        ) : null}
        <Field name="note" label="Note" optional limit={NOTE.max}>
          <Textarea rows={2} />
        </Field>
        {first ? (
          <Field
            name="nameReason"
            label="Why the certificate is theirs"
            hint="The names differ. Say what connects them, such as a marriage."
            limit={REASON.max}
          >
            <Textarea rows={2} />
          </Field>
        ) : null}
        {differs && firstLook?.mine ? (
          <Field name="again" group label="Second look">
            <Checkbox name="again" first label="I compared everything a second time" />
          </Field>
        ) : null}
        <Submit className="justify-self-start">
          {first
            ? otherAdmins
              ? 'Save the first look: another admin confirms'
              : 'Save the first look: then confirm once more'
            : 'Verify: the expert can respond'}
        </Submit>
      </Form>
      <Form
        action={reject}
        id="reject"
        hidden={{ certificationId }}
        label="Reject"
        className="grid content-start gap-3"
      >
        <RadioCards
          name="preset"
          label="Why it can’t be verified"
          hint="The expert reads this."
          options={[
            ...Object.entries(REASONS).map(([value, label]) => ({ value, label })),
            { value: 'own', label: 'Something else: in your own words below' },
          ]}
        />
        <Field name="reason" label="In your own words" optional limit={REASON.max}>
          <Textarea rows={2} />
        </Field>
        <Submit variant="danger" className="justify-self-start">
          Reject: the expert can claim it again
        </Submit>
      </Form>
    </div>
  );
}
