import type { Metadata } from 'next';
import { AccessTable } from '@/components/access/grants/access-table';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Pagination } from '@/components/ui/pagination';
import { accessList } from '@/lib/access/overview/queries';
import { readId, showId } from '@/lib/core/id';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Access to customers' };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

/** Where the company's experts were let in, or have asked to be. */
export default async function GrantsPage({ searchParams }: Props) {
  const viewer = await requirePerson('/grants');
  const { before } = await searchParams;
  const cursor = typeof before === 'string' ? readId(before) : null;
  const { rows, now, next } = await accessList(viewer, 'company', cursor);
  return (
    <Page width="wide">
      <PageHeader title="Access to customers' accounts" />
      <AccessTable
        rows={rows}
        side="company"
        timeZone={viewer.timeZone}
        now={now}
        empty={
          <EmptyState title={cursor ? 'No older access' : 'No access yet'}>
            {cursor
              ? 'You have reached the end of the list.'
              : 'Once a customer accepts your proposal, you can request access from the conversation.'}
          </EmptyState>
        }
      />
      <Pagination
        label="Access"
        previous={cursor ? '/grants' : null}
        next={next ? `/grants?before=${showId(next)}` : null}
      />
    </Page>
  );
}
