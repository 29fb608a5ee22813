import { Callout } from '@/components/ui/callout';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { undo } from '@/lib/trust/moderation/actions';
import type { Decision } from '@/lib/trust/moderation/queries';
import { UNDO_HOURS } from '@/lib/trust/moderation/rules';
import { RESTRICTIONS } from '@/lib/trust/restrictions/rules';
import { REVIEW } from '@/lib/trust/reviews/lifecycle';

/** What was just decided, above the reviews that wait, with the way to take it back. */
export function Decided({ decision, className }: { decision: Decision; className?: string }) {
  const { id, status, company, removedFor, canUndo } = decision;
  const { word, lamp } = REVIEW.words[status];
  return (
    <Callout
      tone={lamp}
      role="status"
      className={className}
      title={`${word}: review of ${company}`}
      action={
        canUndo ? (
          <Form action={undo} id="undo" hidden={{ reviewId: id }} label="Undo the decision">
            <Submit variant="secondary" size="sm">
              Undo
            </Submit>
          </Form>
        ) : undefined
      }
    >
      {removedFor ? `Reason: ${RESTRICTIONS[removedFor]}. ` : null}
      {canUndo ? `You can undo this for ${UNDO_HOURS} hours.` : null}
    </Callout>
  );
}
