import type { Metadata } from 'next';
import { WorkList } from '@/components/feed/work-list';
import { WorkTabs } from '@/components/feed/work-tabs';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { NotYet } from '@/components/responses/not-yet';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { requirePerson } from '@/lib/auth/viewer';
import { appNow } from '@/lib/db/clock';
import { markedRequestsOf } from '@/lib/feed/queries-marks';
import { footingOf } from '@/lib/responses/work-queries';

export const metadata: Metadata = { title: 'Bookmarks' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BookmarksPage({ searchParams }: Props) {
  const viewer = await requirePerson('/work/bookmarks');
  const { from } = await searchParams;
  const cursor = typeof from === 'string' ? from : undefined;
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  if (!footing) {
    return (
      <Page>
        <PageHeader title="Bookmarks" />
        <NotYet refusal={null} />
      </Page>
    );
  }
  const whole = footing.refusal === null;
  const page = await markedRequestsOf({ person: viewer, whole }, 'bookmark', cursor);
  return (
    <Page className="max-w-[54rem]">
      <PageHeader title="Bookmarks" note="Requests that you keep at hand. Nobody else sees them." />
      <WorkTabs current="/work/bookmarks" />
      {page.rows.length > 0 ? (
        <WorkList
          label="Bookmarks"
          rows={page.rows}
          mayRespond={whole}
          back="/work/bookmarks"
          timeZone={viewer.timeZone}
          now={now}
        />
      ) : (
        <EmptyState title="No bookmarks yet" action={<ButtonLink href="/work">See open requests</ButtonLink>}>
          Press Bookmark at a request in the list, and you find it here again.
        </EmptyState>
      )}
      <Pagination
        label="Bookmarks"
        previous={cursor ? '/work/bookmarks' : null}
        next={page.next ? `/work/bookmarks?from=${page.next}` : null}
        previousLabel="Latest"
        nextLabel="Earlier"
      />
    </Page>
  );
}
