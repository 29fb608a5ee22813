import { type Cursor, type Page, pageOf } from '@/lib/core/page';
import type { Person, Viewer } from '@/lib/core/rights';
import { sideOf, tenantsOf, visibleTo } from '@/lib/core/scope';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';

/** A contact's name for the company's side, the expert's for the customer's: never an e-mail address. */
const PARTIES = {
  request: {
    select: {
      id: true,
      title: true,
      contactName: true,
      status: true,
      budget: true,
      createdAt: true,
      audience: true,
      settledAt: true,
      chosenId: true,
    },
  },
  company: { select: { id: true, name: true, country: true } },
  response: {
    select: {
      status: true,
      readAt: true,
      archivedAt: true,
      expert: {
        select: {
          id: true,
          headline: true,
          person: { select: { id: true, name: true, timeZone: true, photo: { select: { hash: true } } } },
          certifications: {
            where: { status: 'verified' as const },
            select: { code: true, expiresOn: true },
            orderBy: { expiresOn: 'desc' as const },
          },
        },
      },
    },
  },
} satisfies Prisma.ConversationInclude;

/** One conversation with its parties, or null where it is not the viewer's. */
export async function conversationOf(viewer: Viewer, id: string) {
  if (viewer.kind !== 'person') return null;
  const row = await database().conversation.findFirst({
    where: { id, ...visibleTo(viewer) },
    include: { ...PARTIES, readMarks: { where: { personId: viewer.personId }, select: { seq: true } } },
  });
  if (!row) return null;
  const { readMarks, ...conversation } = row;
  return { ...seenFrom(viewer, conversation), readSeq: readMarks[0]?.seq ?? 0 };
}

type Parties = Prisma.ConversationGetPayload<{ include: typeof PARTIES }>;

/** A conversation as its side sees it: no company learns whom the customer chose instead, nor what was put aside. */
function seenFrom<Row extends Parties>(viewer: Person, row: Row) {
  const side = sideOf(viewer, row);
  const { settledAt, chosenId, audience, ...request } = row.request;
  const { readAt, archivedAt, ...response } = row.response;
  const standing: Standing = {
    response: response.status,
    settled: settledAt === null ? null : chosenId === row.id ? 'this' : 'another',
    private: audience !== 'everyone',
    accepting: isAccepting(request.status),
    readAt: side === 'company' ? readAt : null,
    archived: side === 'customer' && archivedAt !== null,
  };
  return { ...row, side, request, response, standing };
}

/** What of the request and the response matters in the talk. */
export type Standing = {
  response: 'open' | 'withdrawn';
  /** The request is settled: with this conversation's expert or with another. */
  settled: 'this' | 'another' | null;
  private: boolean;
  accepting: boolean;
  /** When the customer first read the response; told to the company alone. */
  readAt: Date | null;
  /** Put aside by the customer; known to them alone. */
  archived: boolean;
};

type Which = {
  requestId?: string;
  /** Those that the customer has put aside, in place of the others. A company's list knows no difference. */
  archived?: boolean;
  /** Shown in any case: the one that is open beside the list. */
  also?: string;
};

/** What a list shows: of a customer's conversations the archived or the others; of a company's all. */
function listed(viewer: Viewer, { requestId, archived }: Which) {
  const { customers, companies } = tenantsOf(viewer);
  const aside = { response: { archivedAt: archived ? { not: null } : null } };
  return {
    ...(requestId ? { requestId } : {}),
    OR: [
      { customerId: { in: customers }, ...aside },
      ...(archived ? [] : [{ companyId: { in: companies }, customerId: { notIn: customers } }]),
    ],
  };
}

/** So many conversations a list shows at a time. */
export const CONVERSATIONS_SHOWN = 50;

/** The viewer's conversations, the latest first, each with its last line and how many messages are unread; a page at a time. */
export async function conversationsOf(
  viewer: Viewer,
  which: Which = {},
  from: Cursor | null = null,
): Promise<Page<ListedConversation>> {
  if (viewer.kind !== 'person') return { rows: [], next: null };
  const before = from && { OR: [{ lastAt: { lt: from.at } }, { lastAt: from.at, id: { lt: from.id } }] };
  const found = await database().conversation.findMany({
    where: { AND: [listed(viewer, which), before ?? {}] },
    include: PARTIES,
    orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
    take: CONVERSATIONS_SHOWN + 1,
  });
  const { rows, next } = pageOf(found, ({ lastAt, id }) => ({ at: lastAt, id }), CONVERSATIONS_SHOWN);
  const { also } = which;
  const more =
    also && !rows.some(({ id }) => id === also)
      ? await database().conversation.findFirst({
          where: { id: also, ...visibleTo(viewer) },
          include: PARTIES,
        })
      : null;
  return { rows: await withNews(viewer, more ? [...rows, more] : rows), next };
}

async function withNews(viewer: Person, rows: (Parties & { lastSeq: number; lastAt: Date })[]) {
  const [unread, lastLines] = await Promise.all([
    unreadIn(
      viewer.personId,
      rows.map((row) => row.id),
    ),
    lastLinesOf(rows),
  ]);
  return rows.map((row) => ({
    ...shortOf(seenFrom(viewer, row)),
    lastLine: lastLines.get(row.id) ?? '',
    lastAt: row.lastAt,
    unread: unread.get(row.id) ?? 0,
  }));
}

export type ListedConversation = Awaited<ReturnType<typeof withNews>>[number];

function shortOf({ id, side, request, company, response, standing }: ReturnType<typeof seenFrom<Parties>>) {
  return { id, side, request, company, expert: response.expert, standing };
}

/** How many conversations a viewer has put aside as a customer. */
export async function archivedCount(viewer: Viewer): Promise<number> {
  return database().conversation.count({ where: listed(viewer, { archived: true }) });
}

/** The last message of each, by its position: an `include` with `take` would read every message there is. */
async function lastLinesOf(conversations: { id: string; lastSeq: number }[]): Promise<Map<string, string>> {
  const rows = await database().message.findMany({
    where: { OR: conversations.map(({ id, lastSeq }) => ({ conversationId: id, seq: lastSeq })) },
    select: { conversationId: true, body: true },
  });
  return new Map(rows.map((row) => [row.conversationId, row.body]));
}

/** How many messages of others a person has not read, by conversation; conversations without any are left out. */
export async function unreadIn(personId: string, conversationIds: string[]): Promise<Map<string, number>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await database().$queryRaw<{ id: string; unread: number }[]>`
    SELECT m."conversationId" AS id, count(*)::int AS unread
    FROM "message" m
    LEFT JOIN "read_mark" r ON r."conversationId" = m."conversationId" AND r."personId" = ${personId}::uuid
    WHERE m."conversationId" IN (${Prisma.join(conversationIds.map((id) => Prisma.sql`${id}::uuid`))})
      AND m.seq > coalesce(r.seq, 0) AND m."authorId" IS DISTINCT FROM ${personId}::uuid
    GROUP BY m."conversationId"`;
  return new Map(rows.map((row) => [row.id, row.unread]));
}

/** In how many conversations something is unread: the number beside the menu's entry. */
export async function unreadConversations(viewer: Viewer): Promise<number> {
  const { customers, companies } = tenantsOf(viewer);
  if (viewer.kind !== 'person' || customers.length + companies.length === 0) return 0;
  const uuids = (ids: string[]) => Prisma.sql`ARRAY[${ids.length ? Prisma.join(ids) : Prisma.empty}]::uuid[]`;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "conversation" c
    LEFT JOIN "read_mark" r ON r."conversationId" = c.id AND r."personId" = ${viewer.personId}::uuid
    WHERE (c."customerId" = ANY(${uuids(customers)}) OR c."companyId" = ANY(${uuids(companies)}))
      AND c."lastSeq" > coalesce(r.seq, 0)`;
  return row?.count ?? 0;
}
