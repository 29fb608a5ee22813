import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { Textarea } from '@/components/ui/textarea';
import type { Answer } from '@/lib/job/answers/queries';
import { settleRequest } from '@/lib/market/settling/actions';
import { THANKS, THANKS_MAX } from '@/lib/market/settling/schema';

type ChooseFormProps = {
  chosen: Answer;
  /** Everybody else whose answer stands. */
  others: readonly Answer[];
};

/** Settles a request with one answer and thanks the others in one step. */
export function ChooseForm({ chosen, others }: ChooseFormProps) {
  const name = chosen.expertName;
  const count = others.length;
  return (
    <Form id="choose" action={settleRequest} hidden={{ responseId: chosen.id }} label={`Choose ${name}`}>
      {count ? (
        <>
          <Field
            name="thanks"
            label={count === 1 ? `Message to ${others[0]!.expertName}` : `Message to the other ${count}`}
            hint="Sent in the conversation and by email. Edit it as you like. If you leave it empty, they only see that the request is closed."
            limit={THANKS_MAX}
            optional
          >
            <Textarea rows={4} defaultValue={THANKS} />
          </Field>
          <p className="text-sm text-muted">
            Goes to {others.map((other) => `${other.expertName} of ${other.company.name}`).join(', ')}.
          </p>
        </>
      ) : null}
      <div className="grid justify-items-start gap-2">
        <Submit size="lg" pendingLabel="Closing…">
          {count
            ? `Choose ${name} and notify ${count === 1 ? 'the other' : `the other ${count}`}`
            : `Choose ${name}`}
        </Submit>
        <p className="max-w-[65ch] text-sm text-muted">
          We tell <bdi>{name}</bdi>, and the request takes no new responses.{' '}
          {count ? 'You can’t take back what we send the others. ' : ''}
          This doesn’t commit you to pay: that’s what a proposal is for. You can accept new responses again at
          any time.
        </p>
      </div>
    </Form>
  );
}
