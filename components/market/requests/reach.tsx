import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { openToAll } from '@/lib/market/direct-requests/actions';
import type { OwnRequest } from '@/lib/market/requests/queries';

/** Who reads a request, in a sentence that is true of it; `company` is the one that a private request is for. */
export function readersInWords(request: OwnRequest, company: string | null): string {
  const { audience, viewCount, openedAt } = request;
  if (audience !== 'everyone')
    return `Only ${company ?? 'the company you asked'} can read it, and the members of your account.`;
  const opened =
    viewCount === 0
      ? 'No company has opened it yet.'
      : `${viewCount} ${viewCount === 1 ? 'company has' : 'companies have'} opened it.`;
  return `Experts can open the full request and see your name. They never see your email. ${opened}${openedAt ? ' It was a direct request before.' : ''}`;
}

/** The way from a direct request to one that all experts read. Nothing where there is none. */
export function OpenToAll({ request }: { request: OwnRequest }) {
  if (request.audience !== 'direct') return null;
  return (
    <Form
      action={openToAll}
      hidden={{ requestId: request.id }}
      label="Open to all experts"
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <Submit size="sm" variant="secondary" pendingLabel="Opening…">
        Open to all experts
      </Submit>
      <p className="text-xs text-faint">
        Every certified expert can then read it and respond. You can’t undo this. Your current conversation
        stays.
      </p>
    </Form>
  );
}
