import { type Page, pageOf, readCursor } from '@/lib/core/page';
import type { Person } from '@/lib/core/rights';
import { cardColumns, cardsOf, type OpenRequestCard, type Reader } from '@/lib/market/open-requests/queries';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';

/** What a person has bookmarked or hidden, the latest first; also what is not accepting any more, so that it can be let go. */
export async function markedRequestsOf(
  reader: Reader,
  mark: 'bookmark' | 'hidden',
  cursor?: string,
): Promise<Page<OpenRequestCard>> {
  const from = readCursor(cursor);
  const older = from
    ? Prisma.sql`AND (k.at, r.id) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : Prisma.empty;
  const rows = await database().$queryRaw<(object & { id: string; at: Date })[]>`
    SELECT 0::bigint AS position, (r.status = 'accepting') AS open, k.at, ${cardColumns(reader)}
    FROM "request_mark" k JOIN "request" r ON r.id = k."requestId" AND r.audience = 'everyone'
    JOIN "customer" c ON c.id = r."customerId" AND c."suspendedAt" IS NULL
    WHERE k."personId" = ${reader.person.personId}::uuid AND k.mark = ${mark}::"Mark" ${older}
    ORDER BY k.at DESC, r.id DESC LIMIT 21`;
  const page = pageOf(rows, ({ at, id }) => ({ at, id }));
  return { rows: cardsOf(page.rows), next: page.next };
}

/** The title of a request that the person has just hidden, to offer it back; null where it is not hidden. */
export async function hiddenTitle({ personId }: Person, requestId: string): Promise<string | null> {
  const found = await database().requestMark.findFirst({
    where: { personId, requestId, mark: 'hidden', request: { audience: 'everyone' } },
    select: { request: { select: { title: true } } },
  });
  return found?.request.title ?? null;
}
