import { z } from 'zod';
import { PAGE_SIZE, type Page, pageOf, readCursor } from '@/lib/core/page';
import type { Person, Viewer } from '@/lib/core/rights';
import { ofCustomers, tenantsOf } from '@/lib/core/scope';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import type { RequestStatus } from './lifecycle';
import { FORM_COLUMNS, type Told } from './schema';

/** The customers that a person may post for, by name. */
export async function customersToPostFor(person: Person): Promise<{ id: string; name: string }[]> {
  const ids = tenantsOf(person).customers;
  if (ids.length === 0) return [];
  return database().customer.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

const Card = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['accepting', 'paused']),
  audience: z.enum(['everyone', 'direct', 'client']),
  settledAt: z.date().nullable(),
  /** Whom the request was settled with. */
  chosen: z.string().nullable(),
  /** Answers that stand and are not archived. */
  answers: z.number().int(),
  createdAt: z.date(),
  /** Whose it is; worth saying to somebody with several. */
  customerName: z.string(),
  /** In how many of their conversations something waits to be read by this person. */
  unread: z.number().int(),
});
export type RequestCard = z.output<typeof Card>;

/** The requests of the viewer's customers, newest first. One query. */
export async function requestsOf(viewer: Viewer, cursor?: string): Promise<Page<RequestCard>> {
  const { customers } = tenantsOf(viewer);
  if (viewer.kind !== 'person' || customers.length === 0) return { rows: [], next: null };
  const from = readCursor(cursor);
  const older = from
    ? Prisma.sql`AND (r."createdAt", r.id) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : Prisma.empty;
  const rows = await database().$queryRaw`
    SELECT r.id, r.title, r.status::text AS status, r.audience::text AS audience, r."settledAt", r."createdAt",
      c.name AS "customerName", a.answers, a.unread,
      (SELECT p.name FROM "response" h JOIN "expert" e ON e.id = h."expertId" JOIN "person" p ON p.id = e."personId"
        WHERE h.id = r."chosenId") AS chosen
    FROM "request" r JOIN "customer" c ON c.id = r."customerId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS answers, (count(*) FILTER (WHERE v."lastSeq" > coalesce(m.seq, 0)))::int AS unread
      FROM "response" s JOIN "conversation" v ON v.id = s.id
      LEFT JOIN "read_mark" m ON m."conversationId" = v.id AND m."personId" = ${viewer.personId}::uuid
      WHERE s."requestId" = r.id AND s.status = 'open' AND s."archivedAt" IS NULL) AS a
    WHERE r."customerId" = ANY(${customers}::uuid[]) ${older}
    ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(z.array(Card).parse(rows), ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** A request of the viewer's own customer as its edit form needs it; null where it is not theirs. */
export async function requestToEdit(viewer: Viewer, id: string) {
  const row = await database().request.findFirst({
    where: { id, ...ofCustomers(viewer) },
    select: {
      id: true,
      customerId: true,
      ...FORM_COLUMNS,
      _count: { select: { edits: true } },
    },
  });
  if (!row) return null;
  const { _count, ...request } = row;
  return { ...request, edits: _count.edits };
}

export type OwnRequest = Told & {
  id: string;
  customerId: string;
  slots: number | null;
  audience: 'everyone' | 'direct' | 'client';
  /** The name of the company that was asked directly. */
  toCompany: string | null;
  openedAt: Date | null;
  viewCount: number;
  responseCount: number;
  openCount: number;
  unansweredAt: Date | null;
  contactName: string;
  contactEmail: string;
  status: RequestStatus;
  settledAt: Date | null;
  chosenId: string | null;
  thanks: string | null;
  createdAt: Date;
  editedAt: Date | null;
  /** What it said before each edit, the latest first. */
  edits: (Told & { id: string; at: Date; by: string })[];
};

/** A request of the viewer's own customer with its history; null where it is not theirs. */
export async function requestOf(viewer: Viewer, id: string): Promise<OwnRequest | null> {
  const row = await database().request.findFirst({
    where: { id, ...ofCustomers(viewer) },
    include: { edits: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 50 } },
  });
  if (!row) return null;
  const { edits, postedBy: _postedBy, toCompanyId, toExpertId: _toExpertId, ...request } = row;
  const company = toCompanyId
    ? await database().company.findUnique({ where: { id: toCompanyId }, select: { name: true } })
    : null;
  const editors = [...new Set(edits.map((edit) => edit.personId))];
  const people = editors.length
    ? await database().person.findMany({ where: { id: { in: editors } }, select: { id: true, name: true } })
    : [];
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    ...request,
    toCompany: company?.name ?? null,
    edits: edits.map(({ personId, requestId: _requestId, ...edit }) => ({
      ...edit,
      by: names.get(personId) ?? 'Someone',
    })),
  };
}
