import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Stars } from '@/components/ui/stars';
import { showId } from '@/lib/core/id';
import type { Person } from '@/lib/core/rights';
import type { Reviews } from '@/lib/trust/reviews/queries';

type PanelProps = { data: Reviews; viewer: Person; conversationId: string };

/** A review to write, and those that were written. */
export function ReviewPanel({ data, conversationId }: PanelProps) {
  const shown = data.reviews.filter(({ mayWrite, review }) => mayWrite || review);
  if (shown.length === 0) return null;
  return (
    <>
      {shown.map(({ proposalId, companyName, expertName, mayWrite, review, title }) => (
        <Card key={proposalId} title="Review" tone={mayWrite ? 'turn' : undefined}>
          {review ? (
            <div className="grid gap-1.5">
              <Stars rating={review.stars} />
              {review.text ? (
                <p dir="auto" className="text-sm whitespace-pre-wrap">
                  {review.text}
                </p>
              ) : null}
              <p className="text-xs text-muted">
                {review.status === 'published' ? `Shown on ${companyName}’s page.` : 'Removed by an admin.'}
              </p>
            </div>
          ) : (
            <>
              <p className="mb-3 text-sm text-muted">
                “<bdi>{title}</bdi>” is over. How was working with <bdi>{expertName}</bdi>?
              </p>
              <ButtonLink
                href={`/conversations/${showId(conversationId)}/review?proposal=${showId(proposalId)}`}
                variant="primary"
                size="sm"
              >
                Write a review
              </ButtonLink>
            </>
          )}
        </Card>
      ))}
    </>
  );
}
