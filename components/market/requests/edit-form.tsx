import { ButtonLink } from '@/components/ui/button';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { editRequest } from '@/lib/market/edits/actions';
import { RequestFields, type RequestTexts } from './request-fields';
import { RequestForm } from './request-form';

/** A posted request, to be changed. `edits`: how often it has been, so that nobody's edit is overwritten unseen. */
export function EditForm({
  request,
  ownEmail,
}: {
  request: RequestTexts & { id: string; edits: number };
  ownEmail: string;
}) {
  return (
    <RequestForm
      id="request"
      action={editRequest}
      hidden={{ requestId: request.id, edits: request.edits }}
      label="Request"
      className="grid gap-8"
    >
      <RequestFields texts={request} ownEmail={ownEmail} />
      <div className="grid justify-items-start gap-2">
        <div className="flex flex-wrap gap-2">
          <Submit size="lg" pendingLabel="Saving…">
            Save changes
          </Submit>
          <ButtonLink href={`/requests/${showId(request.id)}`} size="lg" variant="quiet">
            Cancel
          </ButtonLink>
        </div>
        <p className="text-sm text-muted">
          We tell the experts who responded. The earlier text stays readable below the request.
        </p>
      </div>
    </RequestForm>
  );
}
