import { z } from 'zod';
import { PAGE_SIZE, type Page, pageOf, readCursor } from '@/lib/core/page';
import type { Viewer } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { UNANSWERED } from '@/lib/job/proposals/lifecycle';
import { BUDGET_LABELS, type Budget } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';

const Waiting = z.object({
  count: z.number().int(),
  currency: z.string(),
  leastMinor: z.coerce.bigint(),
  mostMinor: z.coerce.bigint(),
});

const Card = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['accepting', 'paused']),
  audience: z.enum(['everyone', 'direct', 'client']),
  budget: z.enum(Object.keys(BUDGET_LABELS) as [Budget, ...Budget[]]),
  settledAt: z.date().nullable(),
  /** Whom the request was settled with. */
  chosen: z.string().nullable(),
  /** Answers that stand and are not archived. */
  answers: z.number().int(),
  createdAt: z.date(),
  /** Whose it is; worth saying to somebody with several. */
  customerName: z.string(),
  /** In how many of their conversations something waits to be read by this person; in none once it is settled. */
  unread: z.number().int(),
  /** Proposals that nobody has answered, in one currency. */
  waiting: Waiting.nullable(),
  /** What was said last in one of its conversations. */
  last: z
    .object({
      body: z.string(),
      at: z.coerce.date(),
      /** Who said it; of a line of ours, the expert whom it is about. */
      who: z.string(),
      /** The viewer wrote it. */
      mine: z.boolean(),
      /** Groundcrew tells of an event. */
      told: z.boolean(),
    })
    .nullable(),
});
export type RequestCard = z.output<typeof Card>;

/** The requests of the viewer's customers, newest first, each with what happened last and what waits. One query. */
export async function requestsOf(viewer: Viewer, cursor?: string): Promise<Page<RequestCard>> {
  const { customers } = tenantsOf(viewer);
  if (viewer.kind !== 'person' || customers.length === 0) return { rows: [], next: null };
  const from = readCursor(cursor);
  const older = from
    ? Prisma.sql`AND (r."createdAt", r.id) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : Prisma.empty;
  const rows = await database().$queryRaw`
    SELECT r.id, r.title, r.status::text AS status, r.audience::text AS audience, r.budget::text AS budget, r."settledAt",
      r."createdAt", c.name AS "customerName", a.answers, CASE WHEN r."settledAt" IS NULL THEN a.unread ELSE 0 END AS unread,
      p.waiting, l.last,
      (SELECT p.name FROM "response" h JOIN "expert" e ON e.id = h."expertId" JOIN "person" p ON p.id = e."personId"
        WHERE h.id = r."chosenId") AS chosen
    FROM "request" r JOIN "customer" c ON c.id = r."customerId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS answers, (count(*) FILTER (WHERE v."lastSeq" > coalesce(m.seq, 0)))::int AS unread
      FROM "response" s JOIN "conversation" v ON v.id = s.id
      LEFT JOIN "read_mark" m ON m."conversationId" = v.id AND m."personId" = ${viewer.personId}::uuid
      WHERE s."requestId" = r.id AND s.status = 'open' AND s."archivedAt" IS NULL) AS a
    LEFT JOIN LATERAL (
      SELECT json_build_object('count', count(*), 'currency', min(o.currency), 'leastMinor', min(o."maximumMinor")::text,
        'mostMinor', max(o."maximumMinor")::text) AS waiting
      FROM "conversation" v JOIN "proposal" o ON o."conversationId" = v.id
      WHERE v."requestId" = r.id AND o.status::text = ANY(${[...UNANSWERED]}::text[])
      HAVING count(*) > 0 AND count(DISTINCT o.currency) = 1) AS p ON true
    LEFT JOIN LATERAL (
      SELECT json_build_object('body', left(m.body, 200), 'at', m.at, 'who', w.name, 'told', m."authorId" IS NULL,
        'mine', m."authorId" IS NOT DISTINCT FROM ${viewer.personId}::uuid) AS last
      FROM "response" s JOIN "conversation" v ON v.id = s.id
      JOIN "message" m ON m."conversationId" = v.id AND m.seq = v."lastSeq"
      JOIN "expert" e ON e.id = s."expertId" JOIN "person" w ON w.id = coalesce(m."authorId", e."personId")
      WHERE s."requestId" = r.id AND s."archivedAt" IS NULL
      ORDER BY m.at DESC, m.id DESC LIMIT 1) AS l ON true
    WHERE r."customerId" = ANY(${customers}::uuid[]) ${older}
    ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(z.array(Card).parse(rows), ({ createdAt, id }) => ({ at: createdAt, id }));
}
