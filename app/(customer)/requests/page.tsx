import type { Metadata } from 'next';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { DraftList } from '@/components/market/drafts/draft-list';
import { RequestCard } from '@/components/market/requests/request-card';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { requestsOf } from '@/lib/job/own-requests/queries';
import { draftsOf } from '@/lib/market/drafts/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Requests' };

type RequestsProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RequestsPage({ searchParams }: RequestsProps) {
  const viewer = await requirePerson('/requests');
  const { from } = await searchParams;
  const cursor = typeof from === 'string' ? from : undefined;
  const [page, drafts, now] = await Promise.all([
    requestsOf(viewer, cursor),
    cursor ? [] : draftsOf(viewer),
    appNow(),
  ]);
  const begin = (
    <ButtonLink href="/requests/new" variant="primary">
      New request
    </ButtonLink>
  );
  return (
    <Page>
      <PageHeader title="Requests" actions={begin} />
      <DraftList drafts={drafts} timeZone={viewer.timeZone} now={now} />
      {page.rows.length === 0 ? (
        <EmptyState title={cursor ? 'No older requests' : 'No requests yet'} action={cursor ? null : begin}>
          {cursor
            ? 'You’ve seen them all.'
            : 'Describe what you need done on AWS. Posting is free, and certified experts respond here.'}
        </EmptyState>
      ) : (
        <ul aria-label="Your requests, newest first" className="grid gap-2.5">
          {page.rows.map((request) => (
            <RequestCard
              key={request.id}
              request={request}
              timeZone={viewer.timeZone}
              now={now}
              named={viewer.customers.length > 1}
            />
          ))}
        </ul>
      )}
      <Pagination
        label="Requests"
        previous={cursor ? '/requests' : null}
        next={page.next ? `/requests?from=${page.next}` : null}
      />
    </Page>
  );
}
