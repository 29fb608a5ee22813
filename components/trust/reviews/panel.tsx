import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Stars } from '@/components/ui/stars';
import { showId } from '@/lib/core/id';
import type { Person } from '@/lib/core/rights';
import { RESTRICTIONS } from '@/lib/trust/restrictions/rules';
import { isHeld } from '@/lib/trust/reviews/lifecycle';
import type { Reviews } from '@/lib/trust/reviews/queries';

/** Where a review stands, in a line. */
function standing(
  { status, removedFor }: NonNullable<Reviews['reviews'][number]['review']>,
  company: string,
) {
  if (isHeld(status)) return 'Being checked by an admin before it’s published.';
  return removedFor ? `Removed. Reason: ${RESTRICTIONS[removedFor]}.` : `Shown on ${company}’s page.`;
}

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
              <p className="text-xs text-muted">{standing(review, companyName)}</p>
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
