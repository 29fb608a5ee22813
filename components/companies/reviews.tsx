import { EmptyState } from '@/components/layout/empty-state';
import { Instant } from '@/components/ui/instant';
import { Stars } from '@/components/ui/stars';
import type { PublicReview } from '@/lib/companies/queries';

export function Reviews({ reviews, timeZone }: { reviews: readonly PublicReview[]; timeZone: string }) {
  if (reviews.length === 0) {
    return (
      <EmptyState title="No reviews yet">
        A customer can review a company once a job with it is complete.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {reviews.map((review) => (
        <li key={review.id} className="grid gap-1 py-4">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Stars rating={review.stars} />
            <span className="text-sm text-muted">
              for {review.expert}, <Instant at={review.at} timeZone={timeZone} show="day" />
            </span>
          </span>
          {review.text ? <p className="max-w-[70ch] whitespace-pre-line">{review.text}</p> : null}
        </li>
      ))}
    </ul>
  );
}
