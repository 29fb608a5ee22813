import { Ellipsis } from 'lucide-react';
import { Form } from '@/components/ui/form';
import { Menu, MenuLink } from '@/components/ui/menu';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import type { Answer } from '@/lib/job/answers/queries';
import { archiveResponse } from '@/lib/market/responses/actions';

type AnswerActionsProps = { answer: Answer; requestId: string; mayChoose: boolean };

/** What else a customer can do with an answer. A native <details>, so that it needs no JavaScript. */
export function AnswerActions({ answer, requestId, mayChoose }: AnswerActionsProps) {
  return (
    <Menu
      size="sm"
      variant="quiet"
      align="right"
      chevron={false}
      trigger={<Ellipsis aria-hidden="true" className="size-4" />}
      label={`More actions for ${answer.expertName}`}
    >
      {mayChoose ? (
        <MenuLink href={`/requests/${showId(requestId)}/choose?answer=${showId(answer.id)}`}>
          Choose <bdi>{answer.expertName}</bdi>
        </MenuLink>
      ) : null}
      <li>
        <ArchiveForm answer={answer} />
      </li>
    </Menu>
  );
}

/** Puts an answer aside, or back. */
export function ArchiveForm({ answer, undo }: { answer: Answer; undo?: boolean }) {
  const archived = !answer.archived;
  return (
    <Form
      action={archiveResponse}
      hidden={{ responseId: answer.id, archived: String(archived) }}
      label={`${archived ? 'Archive' : 'Restore'} ${answer.expertName}’s response`}
      className="grid"
    >
      <Submit
        size="sm"
        variant={undo ? 'secondary' : 'quiet'}
        pendingLabel={archived ? 'Archiving…' : 'Restoring…'}
      >
        {archived ? 'Archive' : undo ? 'Undo' : 'Restore'}
      </Submit>
    </Form>
  );
}
