import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClaimsTable } from '@/components/experts/claims-table';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { Pagination } from '@/components/ui/pagination';
import { requirePerson } from '@/lib/auth/viewer';
import { readCursor } from '@/lib/core/page';
import { appNow } from '@/lib/db/clock';
import { claimsToVerify, countClaims } from '@/lib/experts/queries-verify';

export const metadata: Metadata = { title: 'Verification' };

type VerificationProps = { searchParams: Promise<{ from?: string | string[] }> };

export default async function Verification({ searchParams }: VerificationProps) {
  const viewer = await requirePerson('/admin/verification');
  if (!viewer.admin) notFound();
  const { from } = await searchParams;
  const cursor = readCursor(typeof from === 'string' ? from : undefined);
  const [claims, waiting, now] = await Promise.all([
    claimsToVerify(viewer, cursor),
    countClaims(viewer),
    appNow(),
  ]);
  return (
    <Page>
      <PageHeader
        title="Verification"
        note={waiting === 1 ? '1 claim waits.' : `${waiting} claims wait, the oldest first.`}
      />
      <ClaimsTable claims={claims.rows} timeZone={viewer.timeZone} now={now} />
      <Pagination
        label="Claims"
        previous={cursor ? '/admin/verification' : null}
        previousLabel="Oldest"
        next={claims.next ? `/admin/verification?from=${claims.next}` : null}
        nextLabel="Newer"
      />
    </Page>
  );
}
