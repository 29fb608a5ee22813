import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Decided } from '@/components/trust/moderation/decided';
import { ReviewToCheck } from '@/components/trust/moderation/review-to-check';
import { Pagination } from '@/components/ui/pagination';
import { readId } from '@/lib/core/id';
import { readCursor } from '@/lib/core/page';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';
import { countToModerate, decisionOf, reviewsToModerate } from '@/lib/trust/moderation/queries';

export const metadata: Metadata = { title: 'Reviews to check' };

type Search = { from?: string | string[]; decided?: string | string[] };

/** Reviews that were held when they were written, and public ones that someone reported; the oldest first. */
export default async function ReviewsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requirePerson('/admin/reviews');
  if (!viewer.admin) notFound();
  const { from, decided } = await searchParams;
  const cursor = readCursor(typeof from === 'string' ? from : undefined);
  const last = typeof decided === 'string' ? readId(decided) : null;
  const now = await appNow();
  const [{ rows, next }, waiting, decision] = await Promise.all([
    reviewsToModerate(viewer, cursor),
    countToModerate(viewer),
    last ? decisionOf(viewer, last, now) : null,
  ]);
  return (
    <Page>
      {decision ? <Decided decision={decision} className="mb-5" /> : null}
      <PageHeader
        title="Reviews to check"
        note={waiting === 1 ? '1 waiting.' : `${waiting} waiting, oldest first.`}
      />
      {rows.length > 0 ? (
        <ul className="grid gap-4">
          {rows.map((review) => (
            <li key={review.id}>
              <ReviewToCheck review={review} timeZone={viewer.timeZone} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title="Nothing to check">
          A review shows up here when its text looks suspicious or someone reports it.
        </EmptyState>
      )}
      <Pagination
        label="Reviews"
        previous={cursor ? '/admin/reviews' : null}
        previousLabel="Oldest"
        next={next ? `/admin/reviews?from=${next}` : null}
        nextLabel="Newer"
      />
    </Page>
  );
}
