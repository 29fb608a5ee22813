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
            label={count === 1 ? `What ${others[0]!.expertName} reads` : `What the other ${count} read`}
            hint="One text for all, in their conversations and by e-mail. Change it as you like; empty, they see only that it is settled."
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
        <Submit size="lg" pendingLabel="Settling…">
          {count
            ? `Choose ${name} and thank ${count === 1 ? 'the other' : `the other ${count}`}`
            : `Choose ${name}`}
        </Submit>
        <p className="max-w-[65ch] text-sm text-muted">
          <bdi>{name}</bdi> is told, and the request takes no new responses.{' '}
          {count ? 'What the others are sent cannot be taken back. ' : ''}
          This commits you to no payment: that is what a proposal is for. You can accept new responses again
          at any time.
        </p>
      </div>
    </Form>
  );
}
