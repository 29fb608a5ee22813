import type { Metadata } from 'next';
import { AccessTable } from '@/components/access/grants/access-table';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Pagination } from '@/components/ui/pagination';
import { accessList } from '@/lib/access/overview/queries';
import { readId, showId } from '@/lib/core/id';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Access' };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

/** Who was let into the customer's accounts, who asks to be, and what became of it. */
export default async function AccessPage({ searchParams }: Props) {
  const viewer = await requirePerson('/access');
  const { before } = await searchParams;
  const cursor = typeof before === 'string' ? readId(before) : null;
  const { rows, now, next } = await accessList(viewer, 'customer', cursor);
  return (
    <Page width="wide">
      <PageHeader title="Access" actions={<ButtonLink href="/connections">AWS accounts</ButtonLink>} />
      <AccessTable
        rows={rows}
        side="customer"
        timeZone={viewer.timeZone}
        now={now}
        empty={
          <EmptyState title={cursor ? 'No older access' : 'No access requests yet'}>
            {cursor
              ? 'You have reached the end of the list.'
              : 'When an expert needs access to your AWS account for an accepted proposal, the access request appears here. No one gets in until you accept it.'}
          </EmptyState>
        }
      />
      <Pagination
        label="Access"
        previous={cursor ? '/access' : null}
        next={next ? `/access?before=${showId(next)}` : null}
      />
    </Page>
  );
}
