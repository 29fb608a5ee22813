import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/layout/empty-state';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/layout/page-header';
import { HeldPayments } from '@/components/money/payments/held-payments';
import { Pagination } from '@/components/ui/pagination';
import { readCursor } from '@/lib/core/page';
import { heldPayments } from '@/lib/money/stripe-events/queries';
import { requirePerson } from '@/lib/platform/session/viewer';

export const metadata: Metadata = { title: 'Payments on hold' };

type Search = { from?: string | string[] };

/** Refunds and disputes that began at Stripe: kept, shown, and their money held until somebody has looked. */
export default async function MoneyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requirePerson('/admin/money');
  if (!viewer.admin) notFound();
  const { from } = await searchParams;
  const cursor = readCursor(typeof from === 'string' ? from : undefined);
  const { rows, next } = await heldPayments(viewer, cursor);
  return (
    <Page>
      <PageHeader
        title="Payments on hold"
        note="Stripe reported something about these payments that Groundcrew can't settle yet."
      />
      {rows.length > 0 ? (
        <HeldPayments payments={rows} timeZone={viewer.timeZone} />
      ) : (
        <EmptyState title="Nothing is on hold">
          Refunds and disputes that start at Stripe appear here, with the money they hold.
        </EmptyState>
      )}
      <Pagination
        label="Payments on hold"
        previous={cursor ? '/admin/money' : null}
        previousLabel="Newest"
        next={next ? `/admin/money?from=${next}` : null}
        nextLabel="Older"
      />
    </Page>
  );
}
