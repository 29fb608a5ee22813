import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { openToAll } from '@/lib/market/direct-requests/actions';
import type { OwnRequest } from '@/lib/market/requests/queries';

/** Who reads a request: how many companies have opened it, or the one that it is for, with the way to open it to all. */
export function Reach({ request }: { request: OwnRequest }) {
  const { audience, viewCount, toCompany, openedAt } = request;
  if (audience === 'everyone')
    return (
      <p className="text-sm text-muted">
        {viewCount === 0
          ? 'No company has opened it yet.'
          : `${viewCount} ${viewCount === 1 ? 'company has' : 'companies have'} opened it.`}
        {openedAt ? ' It was a direct request before.' : null}
      </p>
    );
  if (audience === 'client')
    return <p className="text-sm text-muted">Private: your expert invited you to this conversation.</p>;
  return (
    <div className="grid gap-1.5">
      <p className="text-sm text-muted">Only {toCompany ?? 'the company you asked'} can read it.</p>
      <Form
        action={openToAll}
        hidden={{ requestId: request.id }}
        label="Open to all experts"
        className="grid justify-items-start gap-1"
      >
        <Submit size="sm" variant="secondary" pendingLabel="Opening…">
          Open to all experts
        </Submit>
        <p className="text-xs text-faint">
          Every certified expert can then read it and respond. You can’t undo this. Your current conversation
          stays.
        </p>
      </Form>
    </div>
  );
}
