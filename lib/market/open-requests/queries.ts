import { z } from 'zod';
import { PAGE_SIZE } from '@/lib/core/page';
import type { Person } from '@/lib/core/rights';
import { tenantsOf } from '@/lib/core/scope';
import { DAY, earlier } from '@/lib/core/time';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/market/requests/schema';
import type { ResponseStatus } from '@/lib/market/responses/lifecycle';
import { RESPONSE } from '@/lib/market/responses/lifecycle';

import { database } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/generated/client';
import { filterWords, type Place, readPlace, TIERS, type Tier, writePlace } from './rules';
import type { OpenRequestSearch } from './schema';

const keysOf = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];

/** What has become of the response of the viewer's company, as far as a card shows it. */
export const CardResponse = z.object({
  id: z.string(),
  status: z.enum(Object.keys(RESPONSE.states) as [ResponseStatus, ...ResponseStatus[]]),
  origin: z.enum(['answer', 'direct', 'client']),
  readAt: z.coerce.date().nullable(),
  settled: z.enum(['us', 'another']).nullable(),
});

const Row = z.object({
  id: z.string(),
  position: z.bigint(),
  title: z.string(),
  /** Null for somebody who may not answer: they see what is asked for, not the whole story. */
  excerpt: z.string().nullable(),
  budget: z.enum(keysOf(BUDGET_LABELS)),
  location: z.enum(keysOf(LOCATION_LABELS)),
  services: z.array(z.string()),
  regions: z.array(z.string()),
  responseCount: z.number().int(),
  /** How many responses there is room for; null: any number. */
  places: z.number().int().nullable(),
  open: z.boolean(),
  postedAt: z.date(),
  /** Of one of the viewer's companies. */
  response: CardResponse.nullable(),
  mark: z.enum(['bookmark', 'hidden']).nullable(),
});
export type OpenRequestCard = z.output<typeof Row>;

export type OpenRequestsPage = {
  rows: OpenRequestCard[];
  /** Places for `before` and `after` in the address; null where the list ends. */
  older: string | null;
  newer: string | null;
  /** It has looked through so many requests without finding enough that it stopped; `older` looks on from there. */
  stopped: boolean;
};

/** Somebody looking for work: their own customers' requests are not shown, nor what they have hidden. */
export type Reader = {
  person: Person;
  /** Whether they may answer requests. Who may not, sees titles alone and searches titles alone. */
  whole: boolean;
};

type Look = { tier: Tier | null; start: bigint | null; upward: boolean; wanted: number; since: Date | null };
type Found = { rows: OpenRequestCard[]; stoppedAt: bigint | null };

/** What a card shows of a request, beside its place: the columns of `open_request_cards`, for the other lists. */
export function cardColumns({ person, whole }: Reader): Prisma.Sql {
  return Prisma.sql`r.id, r.title, ${whole ? Prisma.sql`left(r.description, 400)` : Prisma.sql`NULL::text`} AS excerpt,
    r.budget::text AS budget, r.location::text AS location, r.services, r.regions, r."responseCount",
    CASE WHEN r.slots IS NOT NULL THEN greatest(r.slots - r."openCount", 0) END AS places, coalesce(r."openedAt", r."createdAt") AS "postedAt",
    (SELECT ${cardResponse} FROM "response" a WHERE a."requestId" = r.id
      AND a."companyId" = ANY(${tenantsOf(person).companies}::uuid[]) LIMIT 1) AS response,
    (SELECT m.mark::text FROM "request_mark" m WHERE m."personId" = ${person.personId}::uuid AND m."requestId" = r.id) AS mark`;
}

export function cardsOf(rows: unknown): OpenRequestCard[] {
  return z.array(Row).parse(rows);
}

async function look(
  reader: Reader,
  search: OpenRequestSearch,
  { tier, start, upward, wanted, since }: Look,
): Promise<Found> {
  const filters = [filterWords(search), tier ? `'#n:${tier}'` : ''].filter(Boolean).join(' & ');
  const { customers, companies } = tenantsOf(reader.person);
  const rows = await database().$queryRaw<{ position: bigint; id: string | null }[]>`
    SELECT c.*, (SELECT ${cardResponse} FROM "response" a JOIN "request" r ON r.id = a."requestId"
      WHERE a.id = c."responseId") AS response
    FROM open_request_cards(${search.q}, ${filters}::tsquery, ${reader.whole}, ${since}::timestamptz, ${start}::bigint,
      ${upward}, ${wanted}::int, ${customers}::uuid[], ${reader.person.personId}::uuid, ${companies}::uuid[]) c`;
  const stopped = rows.find((row) => row.id === null);
  return { rows: cardsOf(rows.filter((row) => row.id !== null)), stoppedAt: stopped?.position ?? null };
}

/** The tiers that a search goes through, in reading order; one of all where the order is that of posting. */
function tiersOf(search: OpenRequestSearch): (Tier | null)[] {
  if (search.sort !== 'few') return [null];
  return TIERS.slice(0, search.responses === 'none' ? 1 : search.responses === 'few' ? 2 : 3);
}

type From = { place: Place | null; upward: boolean };

/** Goes through the tiers from a place until it has as many rows as are wanted, or has to stop. */
async function gather(
  reader: Reader,
  search: OpenRequestSearch,
  from: From,
  since: Date | null,
  wanted: number,
) {
  const tiers = tiersOf(search);
  const rows: (OpenRequestCard & { tier: Tier | null })[] = [];
  const begin = Math.max(0, from.place ? tiers.indexOf(from.place.tier) : 0);
  const order = from.upward ? tiers.slice(0, begin + 1).reverse() : tiers.slice(begin);
  for (const [step, tier] of order.entries()) {
    const start = step === 0 && from.place ? from.place.position : from.upward ? -1n : null;
    const found = await look(reader, search, {
      tier,
      start,
      since,
      upward: from.upward,
      wanted: wanted - rows.length,
    });
    const added = found.rows.map((row) => ({ ...row, tier }));
    if (from.upward) rows.unshift(...added);
    else rows.push(...added);
    if (found.stoppedAt !== null) return { rows, stopped: { position: found.stoppedAt, tier } };
    if (rows.length >= wanted) break;
  }
  return { rows, stopped: null };
}

/** One page of open requests of others. `before` and `after` are places that an earlier page gave. */
export async function openRequestsOf(
  reader: Reader,
  search: OpenRequestSearch,
  at: { before?: string; after?: string; now: Date },
): Promise<OpenRequestsPage> {
  const since = search.within ? earlier(at.now, Number(search.within) * DAY) : null;
  const [before, after] = [readPlace(at.before), readPlace(at.after)];
  const placeOf = (row: { position: bigint; tier: Tier | null }) => writePlace(row);
  if (after && !before) {
    const up = await gather(reader, search, { place: after, upward: true }, since, PAGE_SIZE + 1);
    // Nearly at the top: the first page, whole, says it better.
    if (up.rows.length > PAGE_SIZE) {
      const rows = up.rows.slice(-PAGE_SIZE);
      return {
        rows,
        newer: placeOf(rows[0]!),
        older: placeOf(rows.at(-1)!),
        stopped: false,
      };
    }
  }
  const down = await gather(reader, search, { place: before, upward: false }, since, PAGE_SIZE + 1);
  const rows = down.rows.slice(0, PAGE_SIZE);
  const more = down.rows.length > PAGE_SIZE;
  // One further than it looked: the place itself is not looked at again.
  const stop = down.stopped && writePlace({ ...down.stopped, position: down.stopped.position + 1n });
  return {
    rows,
    newer: before && rows[0] ? placeOf(rows[0]) : null,
    older: more ? placeOf(rows.at(-1)!) : stop,
    stopped: !more && down.stopped !== null,
  };
}

/** How many open requests that a search finds are newer than a place, at most one more than a page holds. */
export async function countNewer(
  reader: Reader,
  search: OpenRequestSearch,
  top: bigint,
  now: Date,
): Promise<number> {
  const since = search.within ? earlier(now, Number(search.within) * DAY) : null;
  const found = await look(reader, search, {
    tier: null,
    start: top,
    upward: true,
    wanted: PAGE_SIZE + 1,
    since,
  });
  return found.rows.length;
}

/** The same in SQL, of a response `a` to a request `r`. */
export const cardResponse = Prisma.sql`json_build_object('id', a.id, 'status', a.status, 'origin', a.origin,
  'readAt', a."readAt", 'settled',
  CASE WHEN r."settledAt" IS NOT NULL THEN CASE WHEN r."chosenId" = a.id THEN 'us' ELSE 'another' END END)`;
