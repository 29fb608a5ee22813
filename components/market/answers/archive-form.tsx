import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import type { Answer } from '@/lib/job/answers/queries';
import { archiveResponse } from '@/lib/market/responses/actions';

type ArchiveFormProps = {
  answer: Answer;
  /** It has just been done. */
  undo?: boolean;
  /** In the bar of a phone. */
  large?: boolean;
};

/** Puts an answer aside, or back. */
export function ArchiveForm({ answer, undo, large }: ArchiveFormProps) {
  const archived = !answer.archived;
  return (
    <Form
      action={archiveResponse}
      hidden={{ responseId: answer.id, archived: String(archived) }}
      label={`${archived ? 'Archive' : 'Restore'} ${answer.expertName}’s response`}
      className="grid"
    >
      <Submit
        size={large ? 'lg' : 'sm'}
        variant={undo ? 'secondary' : 'quiet'}
        pendingLabel={archived ? 'Archiving…' : 'Restoring…'}
      >
        {archived ? 'Archive' : undo ? 'Undo' : 'Restore'}
      </Submit>
    </Form>
  );
}
