import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Kbd } from '@/components/ui/kbd';
import { RadioCards } from '@/components/ui/radio-cards';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { reject, verify } from '@/lib/experts/actions';
import { CHECKS, NOTE, REASON, REASONS } from '@/lib/experts/schema';

/** The two answers to a claim, each with the words that stay. Their ids are what the keys look for. */
export function DecideForms({ certificationId }: { certificationId: string }) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
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
          hint="Kept with the decision; read by admins."
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
        <Field name="note" label="Note" optional limit={NOTE.max}>
          <Textarea rows={2} />
        </Field>
        <Submit className="justify-self-start">Verify: the expert can respond</Submit>
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
          label="Why it cannot be verified"
          hint="The expert reads this."
          defaultValue="unknown"
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
