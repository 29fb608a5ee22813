import type { Viewer } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { quietOf } from '@/lib/platform/telling/line';
import { wired } from '@/lib/platform/wiring/wired';

const uuids = (ids: readonly string[]) =>
  Prisma.sql`ARRAY[${ids.length ? Prisma.join([...ids]) : Prisma.empty}]::uuid[]`;

/**
 * What of a conversation (`c`, its request `q`, the person's mark `r`) is unread: what others wrote and what they did, never
 * one's own, nor a line that nobody has to read. What was said before the request was settled nags nobody any more.
 */
const unread = (personId: string) => Prisma.sql`
  m."conversationId" = c.id AND m.seq > coalesce(r.seq, 0) AND m.at > coalesce(q."settledAt", '-infinity')
  AND coalesce(m."authorId", m."actorId") IS DISTINCT FROM ${personId}::uuid
  AND coalesce(m.event, '') <> ALL(${quietOf(wired().telling)})`;

/** Whether anything of a conversation is unread, for a query that has `c`, `q` and `r` as above. */
export const anyUnread = (personId: string) =>
  Prisma.sql`c."lastSeq" > coalesce(r.seq, 0) AND EXISTS (SELECT 1 FROM "message" m WHERE ${unread(personId)})`;

const from = (personId: string) => Prisma.sql`
  FROM "conversation" c
  JOIN "request" q ON q.id = c."requestId"
  LEFT JOIN "read_mark" r ON r."conversationId" = c.id AND r."personId" = ${personId}::uuid`;

/** How many messages and lines a person has not read, by conversation; conversations without any are left out. */
export async function unreadIn(personId: string, conversationIds: string[]): Promise<Map<string, number>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await database().$queryRaw<{ id: string; unread: number }[]>`
    SELECT c.id, count(*)::int AS unread ${from(personId)} JOIN "message" m ON ${unread(personId)}
    WHERE c.id = ANY(${uuids(conversationIds)}) GROUP BY c.id`;
  return new Map(rows.map((row) => [row.id, row.unread]));
}

/** In how many conversations something is unread: the number beside the menu's entry. */
export async function unreadConversations(viewer: Viewer): Promise<number> {
  const { customers, companies } = tenantsOf(viewer);
  if (viewer.kind !== 'person' || customers.length + companies.length === 0) return 0;
  const { personId } = viewer;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${from(personId)}
    WHERE (c."customerId" = ANY(${uuids(customers)}) OR c."companyId" = ANY(${uuids(companies)}))
      AND ${anyUnread(personId)}`;
  return row?.count ?? 0;
}
