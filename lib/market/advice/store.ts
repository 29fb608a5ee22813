import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** A request that all could answer and nobody has, locked; the oldest first. Null: there is none. */
export async function unansweredSince(
  tx: Tx,
  between: { from: Date; to: Date },
): Promise<{ id: string; customerId: string } | null> {
  const [row] = await rowsOf(tx).$queryRaw<{ id: string; customerId: string }[]>`
    SELECT r.id, r."customerId" FROM "request" r JOIN "customer" c ON c.id = r."customerId" AND c."suspendedAt" IS NULL
    WHERE r.status = 'accepting' AND r.audience = 'everyone' AND r."responseCount" = 0 AND r."unansweredAt" IS NULL
      AND coalesce(r."openedAt", r."createdAt") BETWEEN ${between.from}::timestamptz AND ${between.to}::timestamptz
    ORDER BY coalesce(r."openedAt", r."createdAt"), r.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
  return row ?? null;
}

/** A request that nobody answers, as its customer's people are told of it. */
export async function unansweredToTell(tx: Tx, id: string) {
  const { title, contactName, customer } = await rowsOf(tx).request.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      contactName: true,
      customer: { select: { members: { select: { personId: true } } } },
    },
  });
  const people = customer.members.map(({ personId }) => personId);
  return { people, facts: { title, customer: contactName } };
}
