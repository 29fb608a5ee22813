import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Submit } from '@/components/ui/submit';
import { showId } from '@/lib/core/id';
import { markRequest } from '@/lib/feed/actions';
import { type Mark, markOf } from '@/lib/feed/schema';

type MarkButtonsProps = { request: { id: string; title: string; mark: 'bookmark' | 'hidden' | null } };

/**
 * Keeps a request at hand, or out of sight. Buttons of the form around the whole list: a form for each card would weigh more
 * than the card.
 */
export function MarkButtons({ request }: MarkButtonsProps) {
  const { id, title, mark } = request;
  const kept = mark === 'bookmark';
  const pressing = (to: Mark) => ({ type: 'submit', name: 'mark', value: markOf(to, showId(id)) }) as const;
  if (mark === 'hidden')
    return (
      <Button {...pressing('none')} size="sm" variant="secondary" aria-label={`Show again: ${title}`}>
        Show again
      </Button>
    );
  return (
    <span className="flex flex-wrap items-center gap-1">
      <Button
        {...pressing(kept ? 'none' : 'bookmark')}
        size="sm"
        variant="quiet"
        aria-label={`${kept ? 'Remove bookmark' : 'Bookmark'}: ${title}`}
      >
        {kept ? 'Bookmarked' : 'Bookmark'}
      </Button>
      <Button {...pressing('hidden')} size="sm" variant="quiet" aria-label={`Hide: ${title}`}>
        Hide
      </Button>
    </span>
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
