import { Bookmark, BookmarkX, EyeOff } from 'lucide-react';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { markRequest } from '@/lib/feed/actions';

type MarkFormProps = {
  request: { id: string; title: string; mark: 'bookmark' | 'hidden' | null };
  /** The address of the list, to come back to. */
  back: string;
};

/** Keeps a request at hand, or out of sight. */
export function MarkForm({ request, back }: MarkFormProps) {
  const { id, title, mark } = request;
  const kept = mark === 'bookmark';
  return (
    <Form
      action={markRequest}
      hidden={{ requestId: showId(id), back }}
      label={`Mark: ${title}`}
      className="flex flex-wrap items-center gap-1"
    >
      {mark === 'hidden' ? (
        <Submit name="mark" value="none" size="sm" variant="secondary" aria-label={`Show again: ${title}`}>
          Show again
        </Submit>
      ) : (
        <>
          <Submit
            name="mark"
            value={kept ? 'none' : 'bookmark'}
            size="sm"
            variant="quiet"
            aria-label={`${kept ? 'Remove bookmark' : 'Bookmark'}: ${title}`}
          >
            {kept ? (
              <BookmarkX aria-hidden="true" className="size-4" />
            ) : (
              <Bookmark aria-hidden="true" className="size-4" />
            )}
            {kept ? 'Bookmarked' : 'Bookmark'}
          </Submit>
          <Submit name="mark" value="hidden" size="sm" variant="quiet" aria-label={`Hide: ${title}`}>
            <EyeOff aria-hidden="true" className="size-4" />
            Hide
          </Submit>
        </>
      )}
    </Form>
  );
}

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
        “{request.title}” is hidden. You find it under Hidden.
      </p>
      <Submit size="sm" variant="secondary">
        Undo
      </Submit>
    </Form>
  );
}
