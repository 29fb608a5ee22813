import type { Counts } from '@/components/layout/counts';
import { activeAccess } from '@/lib/access/overview/queries';
import type { Person } from '@/lib/core/rights';
import { unreadConversations } from '@/lib/job/unread/queries';
import { countClaims } from '@/lib/market/verification/queries';
import { countHeldPayments } from '@/lib/money/stripe-events/queries';
import { unreadOf } from '@/lib/notifications/news/queries';
import { countToModerate } from '@/lib/trust/moderation/queries';

/** What the frame counts for its person, and the pages that their unread notifications lead to. */
export async function frameOf(viewer: Person): Promise<{ counts: Counts; paths: string[] }> {
  const at = Date.now();
  const [unread, conversations, claims, access, holds, reviews] = await Promise.all([
    unreadOf(viewer),
    unreadConversations(viewer),
    countClaims(viewer),
    activeAccess(viewer),
    countHeldPayments(viewer),
    countToModerate(viewer),
  ]);
  const of = {
    unread: unread.count,
    conversations,
    claims,
    holds,
    reviews,
    given: access.customer,
    held: access.company,
  };
  return { counts: { at, of }, paths: unread.paths };
}
