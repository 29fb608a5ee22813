import { z } from 'zod';
import { sentenceOf } from '@/lib/core/events';
import { PAGE_SIZE, type Page, pageOf, readCursor } from '@/lib/core/page';
import type { Person, Viewer } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { firstLine } from '@/lib/core/text';
import { UNANSWERED } from '@/lib/job/proposals/lifecycle';
import { anyUnread } from '@/lib/job/unread/queries';
import { BUDGET_LABELS, type Budget } from '@/lib/market/requests/schema';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { lineOf } from '@/lib/platform/telling/line';
import { wired } from '@/lib/platform/wiring/wired';

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
      /** Who wrote it; null for what happened, which says so itself. */
      author: z.string().nullable(),
      authorId: z.string().nullable(),
      /** What happened, as it is kept: see `lineOf`. */
      event: z.string().nullable(),
      facts: z.record(z.string(), z.string()).nullable(),
      objectId: z.string().nullable(),
      actorId: z.string().nullable(),
      actor: z.string().nullable(),
    })
    .nullable(),
});

/** `last`: in words; `who` wrote it, "You" or a name, or nobody where it tells what happened. */
export type RequestCard = Omit<z.output<typeof Card>, 'last'> & {
  last: { text: string; at: Date; who: string | null } | null;
};

function lastFor(viewer: Person, last: z.output<typeof Card>['last']): RequestCard['last'] {
  if (!last) return null;
  const { at, author, authorId } = last;
  const text = last.event
    ? sentenceOf(lineOf(wired().telling, last, last.actor, 'customer'), viewer.personId)
    : last.body;
  const who = last.event ? null : authorId === viewer.personId ? 'You' : author;
  return { text: firstLine(text, LINE_MAX), at, who };
}

/** So much of the last line a card shows. */
const LINE_MAX = 140;

/** The requests of the viewer's customers, newest first, each with what happened last and what waits. One query. */
export async function requestsOf(viewer: Viewer, cursor?: string): Promise<Page<RequestCard>> {
  const { customers } = tenantsOf(viewer);
  if (viewer.kind !== 'person' || customers.length === 0) return { rows: [], next: null };
  const from = readCursor(cursor);
  const older = from
    ? Prisma.sql`AND (q."createdAt", q.id) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : Prisma.empty;
  const rows = await database().$queryRaw`
    SELECT q.id, q.title, q.status::text AS status, q.audience::text AS audience, q.budget::text AS budget, q."settledAt",
      q."createdAt", o.name AS "customerName", n.answers, CASE WHEN q."settledAt" IS NULL THEN n.unread ELSE 0 END AS unread,
      p.waiting, l.last,
      (SELECT p.name FROM "response" h JOIN "expert" e ON e.id = h."expertId" JOIN "person" p ON p.id = e."personId"
        WHERE h.id = q."chosenId") AS chosen
    FROM "request" q JOIN "customer" o ON o.id = q."customerId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS answers, (count(*) FILTER (WHERE ${anyUnread(viewer.personId)}))::int AS unread
      FROM "response" s JOIN "conversation" c ON c.id = s.id
      LEFT JOIN "read_mark" r ON r."conversationId" = c.id AND r."personId" = ${viewer.personId}::uuid
      WHERE s."requestId" = q.id AND s.status = 'open' AND s."archivedAt" IS NULL) AS n
    LEFT JOIN LATERAL (
      SELECT json_build_object('count', count(*), 'currency', min(o.currency), 'leastMinor', min(o."maximumMinor")::text,
        'mostMinor', max(o."maximumMinor")::text) AS waiting
      FROM "conversation" v JOIN "proposal" o ON o."conversationId" = v.id
      WHERE v."requestId" = q.id AND o.status::text = ANY(${[...UNANSWERED]}::text[])
      HAVING count(*) > 0 AND count(DISTINCT o.currency) = 1) AS p ON true
    LEFT JOIN LATERAL (
      SELECT json_build_object('body', left(m.body, ${LINE_MAX * 4}), 'at', m.at, 'author', w.name, 'authorId', m."authorId",
        'event', m.event, 'facts', m.facts, 'objectId', m."objectId", 'actorId', m."actorId", 'actor', a.name) AS last
      FROM "response" s JOIN "conversation" v ON v.id = s.id
      JOIN "message" m ON m."conversationId" = v.id AND m.seq = v."lastSeq"
      LEFT JOIN "person" w ON w.id = m."authorId" LEFT JOIN "person" a ON a.id = m."actorId"
      WHERE s."requestId" = q.id AND s."archivedAt" IS NULL
      ORDER BY m.at DESC, m.id DESC LIMIT 1) AS l ON true
    WHERE q."customerId" = ANY(${customers}::uuid[]) ${older}
    ORDER BY q."createdAt" DESC, q.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const cards = z
    .array(Card)
    .parse(rows)
    .map((card): RequestCard => ({ ...card, last: lastFor(viewer, card.last) }));
  return pageOf(cards, ({ createdAt, id }) => ({ at: createdAt, id }));
}
