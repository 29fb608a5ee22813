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

export const metadata: Metadata = { title: 'Hidden requests' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HiddenPage({ searchParams }: Props) {
  const viewer = await requirePerson('/work/hidden');
  const { from } = await searchParams;
  const cursor = typeof from === 'string' ? from : undefined;
  const now = await appNow();
  const footing = await footingOf(viewer, now);
  if (!footing) {
    return (
      <Page>
        <PageHeader title="Hidden requests" />
        <NotYet refusal={null} />
      </Page>
    );
  }
  const whole = footing.refusal === null;
  const page = await markedRequestsOf({ person: viewer, whole }, 'hidden', cursor);
  return (
    <Page className="max-w-[54rem]">
      <PageHeader
        title="Hidden requests"
        note="Requests that you do not want to see in the list, nor in e-mail about saved searches."
      />
      <WorkTabs current="/work/hidden" />
      {page.rows.length > 0 ? (
        <WorkList
          label="Hidden requests"
          rows={page.rows}
          mayRespond={whole}
          back="/work/hidden"
          timeZone={viewer.timeZone}
          now={now}
        />
      ) : (
        <EmptyState
          title="You have hidden no requests"
          action={<ButtonLink href="/work">See open requests</ButtonLink>}
        >
          Press Hide at a request that is nothing for you, and the list goes on without it.
        </EmptyState>
      )}
      <Pagination
        label="Hidden requests"
        previous={cursor ? '/work/hidden' : null}
        next={page.next ? `/work/hidden?from=${page.next}` : null}
        previousLabel="Latest"
        nextLabel="Earlier"
      />
    </Page>
  );
}
