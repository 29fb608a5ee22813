import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { markRequest } from '@/lib/market/marks/actions';

/** What was just hidden, and the way back. */
export function HiddenNotice({ request, back }: { request: { id: string; title: string }; back: string }) {
  return (
    <Form
      action={markRequest}
      hidden={{ requestId: showId(request.id), back, mark: 'none' }}
      label="Undo"
      className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-sunken px-4 py-2.5 text-sm"
    >
      <p role="status" className="min-w-0 wrap-anywhere">
        “<bdi>{request.title}</bdi>” is hidden. Find it under Hidden.
      </p>
      <Submit size="sm" variant="secondary">
        Undo
      </Submit>
    </Form>
  );
}
