import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { ClaimsTable } from '@/components/market/certifications/claims-table';
import { Decided } from '@/components/market/certifications/decided';
import { Pagination } from '@/components/ui/pagination';
import { readId } from '@/lib/core/id';
import { readCursor } from '@/lib/core/page';
import { claimsToVerify, countClaims, decisionOf } from '@/lib/market/verification/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Verification' };

type Search = { from?: string | string[]; decided?: string | string[] };

export default async function Verification({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requirePerson('/admin/verification');
  if (!viewer.admin) notFound();
  const { from, decided } = await searchParams;
  const cursor = readCursor(typeof from === 'string' ? from : undefined);
  const last = typeof decided === 'string' ? readId(decided) : null;
  const now = await appNow();
  const [claims, waiting, decision] = await Promise.all([
    claimsToVerify(viewer, cursor),
    countClaims(viewer),
    last ? decisionOf(viewer, last, now) : null,
  ]);
  return (
    <Page>
      {decision ? <Decided decision={decision} className="mb-5" /> : null}
      <PageHeader
        title="Verification"
        note={waiting === 1 ? '1 claim waiting' : `${waiting} claims waiting, oldest first`}
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
