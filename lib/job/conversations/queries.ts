import { sentenceOf } from '@/lib/core/events';
import { type Cursor, type Page, pageOf } from '@/lib/core/page';
import type { Person, Viewer } from '@/lib/core/rights';
import { sideOf, tenantsOf, visibleTo } from '@/lib/core/scope';
import { firstLine } from '@/lib/core/text';
import { unreadIn } from '@/lib/job/unread/queries';
import { isAccepting } from '@/lib/market/requests/lifecycle';
import { customerNameFor } from '@/lib/market/requests/rules';
import { isWithdrawn } from '@/lib/market/responses/lifecycle';
import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { dotted, lineOf } from '@/lib/platform/telling/line';
import { wired } from '@/lib/platform/wiring/wired';

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

/** What the page of a conversation shows of its request and its expert beside the talk. */
const BESIDE = {
  request: { select: { ...PARTIES.request.select, description: true, regions: true } },
  company: { select: { ...PARTIES.company.select, freelancer: true } },
  response: {
    select: {
      ...PARTIES.response.select,
      expert: {
        select: {
          ...PARTIES.response.select.expert.select,
          rateFromMinor: true,
          rateToMinor: true,
          currency: true,
          languages: true,
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
    include: { ...BESIDE, readMarks: { where: { personId: viewer.personId }, select: { seq: true } } },
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
    lastLinesOf(viewer, rows),
  ]);
  return rows.map((row) => ({
    ...shortOf(seenFrom(viewer, row)),
    last: lastLines.get(row.id) ?? null,
    lastAt: row.lastAt,
    unread: unread.get(row.id) ?? 0,
  }));
}

/** One row of a list, with nothing that the list does not show. */
export type ListedConversation = Awaited<ReturnType<typeof withNews>>[number];

function shortOf({ id, side, request, company, response, standing }: ReturnType<typeof seenFrom<Parties>>) {
  const { person } = response.expert;
  const ofCustomer = side === 'customer';
  return {
    id,
    ofCustomer,
    name: ofCustomer ? person.name : request.contactName,
    photo: ofCustomer ? (person.photo?.hash ?? null) : null,
    about: dotted(ofCustomer && company.name !== person.name ? company.name : '', request.title),
    standing: {
      settled: standing.settled,
      withdrawn: isWithdrawn(standing.response),
      archived: standing.archived,
    },
  };
}

/** How many conversations a viewer has put aside as a customer. */
export async function archivedCount(viewer: Viewer): Promise<number> {
  return database().conversation.count({ where: listed(viewer, { archived: true }) });
}

/** The last of what was said or done in a conversation: a message in its first line, or a line of ours in words. */
export type LastLine = { own: boolean; text: string };

type LastRow = Parameters<typeof lineOf>[1] & {
  conversationId: string;
  authorId: string | null;
  side: 'customer' | 'company' | null;
  name: string | null;
};

/** The last message of each, by its position: an `include` with `take` would read every message there is. */
async function lastLinesOf(
  viewer: Person,
  conversations: (Parties & { lastSeq: number })[],
): Promise<Map<string, LastLine>> {
  if (conversations.length === 0) return new Map();
  const places = conversations.map(({ id, lastSeq }) => Prisma.sql`(${id}::uuid, ${lastSeq}::int)`);
  const rows = await database().$queryRaw<LastRow[]>`
    SELECT m."conversationId"::text, m."authorId"::text, m."actorId"::text, m."objectId"::text, m.side::text,
      m.event, m.facts, CASE WHEN m.facts IS NULL THEN left(m.body, ${LINE_MAX * 4}) ELSE '' END AS body, p.name
    FROM "message" m LEFT JOIN "person" p ON p.id = m."actorId"
    WHERE (m."conversationId", m.seq) IN (${Prisma.join(places)})`;
  const { telling } = wired();
  const byId = new Map(conversations.map((row) => [row.id, row]));
  return new Map(
    rows.map((row) => {
      const { conversationId, authorId, body, side, name } = row;
      if (!row.event)
        return [conversationId, { own: authorId === viewer.personId, text: firstLine(body, LINE_MAX) }];
      const of = byId.get(conversationId)!;
      const from = sideOf(viewer, of);
      const called = name && side === 'customer' ? customerNameFor(from, of.request, { name }) : name;
      const text = sentenceOf(lineOf(telling, row, called, from), viewer.personId);
      return [conversationId, { own: false, text: firstLine(text, LINE_MAX) }];
    }),
  );
}

/** So much of the last line a list shows. */
const LINE_MAX = 80;
