'use client';

import { Button } from '@/components/ui/button';
import { type Mark, markOf } from '@/lib/market/marks/schema';

type MarkButtonsProps = {
  /** The request's, as it stands in addresses. */
  id: string;
  title: string;
  mark: Exclude<Mark, 'none'> | undefined;
};

/**
 * Keeps a request at hand, or out of sight. Buttons of the form around the whole list: a form for each card would weigh more
 * than the card.
 */
export function MarkButtons({ id, title, mark }: MarkButtonsProps) {
  const kept = mark === 'bookmark';
  const pressing = (to: Mark) => ({ type: 'submit', name: 'mark', value: markOf(to, id) }) as const;
  if (mark === 'hidden')
    return (
      <Button {...pressing('none')} size="sm" variant="secondary" aria-label={`Show again: ${title}`}>
        Show again
      </Button>
    );
  return (
    <span className="work-marks">
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
