import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { OpenRequestList } from '@/components/market/open-requests/open-request-list';
import { OpenRequestTabs } from '@/components/market/open-requests/open-request-tabs';
import { NotYet } from '@/components/market/responses/not-yet';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { footingOf } from '@/lib/market/footing/queries';
import { markedRequestsOf } from '@/lib/market/marks/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

type MarkedProps = {
  mark: 'bookmark' | 'hidden';
  path: '/work/bookmarks' | '/work/hidden';
  title: string;
  note: string;
  /** Said where there are none, and how to come by one. */
  none: { title: string; how: string };
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The requests that the viewer has marked in one of the two ways. */
export async function Marked({ mark, path, title, note, none, searchParams }: MarkedProps) {
  const viewer = await requirePerson(path);
  const { from } = await searchParams;
  const cursor = typeof from === 'string' ? from : undefined;
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  if (!footing) {
    return (
      <Page>
        <PageHeader title={title} />
        <NotYet refusal={null} />
      </Page>
    );
  }
  const whole = footing.refusal === null;
  const page = await markedRequestsOf({ person: viewer, whole }, mark, cursor);
  return (
    <Page>
      <PageHeader title={title} note={note} />
      <OpenRequestTabs current={path} />
      {page.rows.length > 0 ? (
        <OpenRequestList
          label={title}
          rows={page.rows}
          mayRespond={whole}
          back={path}
          timeZone={viewer.timeZone}
          now={now}
        />
      ) : (
        <EmptyState title={none.title} action={<ButtonLink href="/work">See open requests</ButtonLink>}>
          {none.how}
        </EmptyState>
      )}
      <Pagination
        label={title}
        previous={cursor ? path : null}
        next={page.next ? `${path}?from=${page.next}` : null}
        previousLabel="Latest"
        nextLabel="Earlier"
      />
    </Page>
  );
}
