import { EmptyState } from '@/components/layout/empty-state';
import { Instant } from '@/components/ui/instant';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { Stars } from '@/components/ui/stars';
import { showId } from '@/lib/core/id';
import type { Page } from '@/lib/core/page';
import type { PublishedReview } from '@/lib/market/profiles/queries';

type ReviewListProps = {
  reviews: Page<PublishedReview>;
  timeZone: string;
  /** Names the expert in each: on a company's page. */
  named?: boolean;
  /** The address of the first page; `next` is added to it. */
  first: string;
  later: boolean;
};

/** Reviews with where the older ones stand. */
export function ReviewList({ reviews, timeZone, named, first, later }: ReviewListProps) {
  if (reviews.rows.length === 0 && !later)
    return (
      <EmptyState title="No reviews yet">
        Only customers can write one, once a job is complete and paid.
      </EmptyState>
    );
  const [path, fragment = ''] = first.split('#');
  const next = reviews.next ? `${path}${path?.includes('?') ? '&' : '?'}from=${reviews.next}` : null;
  const at = (address: string) => (fragment ? `${address}#${fragment}` : address);
  return (
    <div>
      <ul className="divide-y divide-line border-y border-line">
        {reviews.rows.map((review) => (
          <li key={review.id} className="grid gap-1 py-3.5">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Stars rating={review.stars} />
              <span className="text-sm text-muted">
                {named ? `for ${review.expert}, ` : null}
                <Instant at={review.at} timeZone={timeZone} show="day" />
              </span>
              <Link
                href={`/reviews/${showId(review.id)}/report`}
                rel="nofollow"
                className="ml-auto text-sm text-faint underline underline-offset-3 hover:text-ink"
              >
                Report
              </Link>
            </span>
            {review.text ? (
              <p dir="auto" className="max-w-[70ch] whitespace-pre-line">
                {review.text}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <Pagination
        label="Reviews"
        previous={later ? first : null}
        previousLabel="Newest"
        next={next ? at(next) : null}
        nextLabel="Older"
      />
    </div>
  );
}
