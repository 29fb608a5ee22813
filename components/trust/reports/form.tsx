import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Select } from '@/components/ui/select';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import { report } from '@/lib/trust/reports/actions';
import { NOTE_MAX } from '@/lib/trust/reports/schema';
import { RESTRICTION_NAMES, RESTRICTIONS } from '@/lib/trust/restrictions/rules';

export function ReportForm({ reviewId, back }: { reviewId: string; back: string }) {
  return (
    <Form action={report} hidden={{ reviewId }} label="Report a review">
      <Field name="reason" label="What’s wrong with it?">
        <Select
          placeholder="Choose a reason"
          options={RESTRICTION_NAMES.map((value) => ({ value, label: RESTRICTIONS[value] }))}
        />
      </Field>
      <Field name="note" label="Details" optional limit={NOTE_MAX} hint="Only admins see this.">
        <Textarea rows={3} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Submit pendingLabel="Sending…">Send report</Submit>
        <ButtonLink href={back} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  );
}
