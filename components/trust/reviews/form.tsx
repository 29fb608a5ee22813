import { KeepDraft } from '@/components/job/drafts/keep-draft';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { RadioCards } from '@/components/ui/radio-cards';
import { StarInput } from '@/components/ui/star-input';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import type { Draft } from '@/lib/job/drafts/queries';
import { write } from '@/lib/trust/reviews/actions';
import { TEXT_MAX } from '@/lib/trust/reviews/rules';

type ReviewFormProps = {
  proposalId: string;
  companyName: string;
  expertName: string;
  /** The private question was answered earlier. */
  answered: boolean;
  back: string;
  conversationId: string;
  draft: Draft | null;
  timeZone: string;
};

export function ReviewForm(props: ReviewFormProps) {
  const { proposalId, companyName, expertName, answered, back, conversationId, draft, timeZone } = props;
  return (
    <Form
      action={write}
      creates
      draft={draft?.fields}
      hidden={{ proposalId }}
      label="Review"
      className="grid gap-6"
    >
      <StarInput
        name="stars"
        label={`Your rating of ${companyName}`}
        hint="1 is poor, 5 is excellent. Public."
      />
      <Field
        name="text"
        label="Review"
        optional
        limit={TEXT_MAX}
        hint="Public. Say what was done, and why you’re happy with it or not. No phone numbers, addresses or links."
      >
        <Textarea rows={5} />
      </Field>
      {answered ? null : (
        <RadioCards
          name="workAgain"
          label="Would you work with this expert again?"
          hint={`Private: neither ${expertName} nor ${companyName} ever sees this, and it doesn’t count toward a rating.`}
          optional
          columns={2}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
      )}
      <div className="grid gap-2">
        <div className="flex flex-wrap gap-2">
          <Submit pendingLabel="Publishing…">Publish review</Submit>
          <ButtonLink href={back} variant="quiet">
            Not now
          </ButtonLink>
        </div>
        <KeepDraft
          of="review"
          conversationId={conversationId}
          savedAt={draft?.updatedAt ?? null}
          timeZone={timeZone}
        />
        <p className="text-sm text-muted">
          Your stars and text appear on <bdi>{companyName}</bdi>’s page, without your name. You can’t change a
          review later.
        </p>
      </div>
    </Form>
  );
}
