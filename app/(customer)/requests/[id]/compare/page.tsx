import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { sorted } from '@/components/market/answers/sorted';
import { ComparePicker } from '@/components/market/comparison/compare-picker';
import { Comparison } from '@/components/market/comparison/comparison';
import { picked } from '@/components/market/comparison/picked';
import { ButtonLink } from '@/components/ui/button';
import { readId } from '@/lib/core/id';
import { answersOf } from '@/lib/job/answers/queries';
import { requestOf } from '@/lib/market/requests/queries';
import { appNow } from '@/lib/platform/db/clock';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Compare responses' };

/** More columns than this are no comparison. */
const MOST = 4;

type CompareProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The answers to one request side by side. Which ones is in the address. */
export default async function ComparePage({ params, searchParams }: CompareProps) {
  const { id: shown } = await params;
  const viewer = await requirePerson(`/requests/${shown}/compare`);
  const id = readId(shown);
  const request = id ? await requestOf(viewer, id) : null;
  if (!request) notFound();
  const now = await appNow();
  const { standing } = sorted(await answersOf(viewer, request.id, now));
  const columns = picked(standing, (await searchParams).with, MOST);
  return (
    <Page width="wide">
      <PageHeader
        title={columns.length < 2 ? 'Compare responses' : `Compare ${columns.length} responses`}
        crumbs={[
          { label: 'Requests', href: '/requests' },
          { label: request.title, href: `/requests/${shown}` },
        ]}
        note={
          columns.length > 2 ? (
            <span className="sm:hidden">Swipe sideways to see all {columns.length}.</span>
          ) : null
        }
      />
      {columns.length < 2 ? (
        <EmptyState
          title="Nothing to compare yet"
          action={<ButtonLink href={`/requests/${shown}`}>Back to the request</ButtonLink>}
        >
          You need two responses that aren’t archived or withdrawn.
        </EmptyState>
      ) : (
        <>
          {standing.length > 2 ? <ComparePicker answers={standing} picked={columns} most={MOST} /> : null}
          <Comparison answers={columns} requestId={request.id} now={now} />
        </>
      )}
    </Page>
  );
}
