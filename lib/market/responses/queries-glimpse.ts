import type { Viewer } from '@/lib/core/rights';
import { ofCustomers } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';

/** What anybody who is signed in may see of an open request of others: what is asked for, not the whole story. */
export async function glimpseOf(viewer: Viewer, id: string) {
  if (viewer.kind !== 'person' || viewer.suspended) return null;
  return database().request.findFirst({
    where: {
      id,
      status: 'accepting',
      audience: 'everyone',
      customer: { suspendedAt: null },
      NOT: ofCustomers(viewer),
    },
    select: { title: true, budget: true, location: true, createdAt: true },
  });
}
export type Glimpse = NonNullable<Awaited<ReturnType<typeof glimpseOf>>>;
