import { found } from '@/lib/core/refusal';
import { Prisma } from '@/lib/platform/db/generated/client';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { EditSearch } from './schema';

/** How many searches a person keeps, with the person locked, so that two at once do not make one too many. */
export async function countSearches(tx: Tx, personId: string): Promise<number> {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return rowsOf(tx).savedSearch.count({ where: { personId } });
}

/** A search as Postgres asks it, as text. */
export async function writtenOut(tx: Tx, search: { text: string; filters: string }): Promise<string> {
  const [row] = await rowsOf(tx).$queryRaw<{ words: string }[]>`
    SELECT (websearch_to_tsquery('english', ${search.text}) && ${search.filters}::tsquery)::text AS words`;
  return row!.words;
}

/** The share of open requests that have a word, as Postgres's own statistics know it: of the more frequent words alone. */
export async function sharesOfWords(tx: Tx): Promise<Map<string, number>> {
  const rows = await rowsOf(tx).$queryRaw<{ word: string; share: number }[]>`
    SELECT e.word, e.share::float8 AS share FROM pg_stats s,
      unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e (word, share)
    WHERE s.schemaname = 'public' AND s.tablename = 'open_request' AND s.attname = 'found' AND e.word IS NOT NULL`;
  return new Map(rows.map(({ word, share }) => [word, share]));
}

export async function insertSearch(
  tx: Tx,
  search: {
    personId: string;
    name: string;
    query: string;
    pace: string;
    words: string;
    anchors: string[];
    at: Date;
  },
): Promise<{ id: string }> {
  const { personId, name, query, pace, words, anchors, at } = search;
  const [row] = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    INSERT INTO "saved_search" ("personId", name, query, pace, words, anchors, "createdAt")
    VALUES (${personId}::uuid, ${name}, ${query}, ${pace}::"AlertPace", ${words}::tsquery, ${anchors}::text[], ${at}::timestamptz)
    RETURNING id`;
  return row!;
}

export async function searchById(tx: Tx, personId: string, id: string) {
  return found(await rowsOf(tx).savedSearch.findFirst({ where: { id, personId } }), 'saved search');
}

/** The name and the pace; what has been found and not told yet follows the new pace. */
export async function updateSearch(
  tx: Tx,
  { savedSearchId: id, name, pace }: EditSearch,
  at: Date,
): Promise<void> {
  await rowsOf(tx).savedSearch.update({ where: { id }, data: { name, pace } });
  await rowsOf(tx).$executeRaw`
    UPDATE "saved_search_hit" h SET "dueAt" = alert_due(s.pace, ${at}::timestamptz, p."timeZone")
    FROM "saved_search" s JOIN "person" p ON p.id = s."personId"
    WHERE s.id = ${id}::uuid AND h."savedSearchId" = s.id AND h."toldAt" IS NULL`;
}

export async function deleteSearch(tx: Tx, id: string): Promise<void> {
  await rowsOf(tx).savedSearch.delete({ where: { id } });
}

/** Whether an open request `o` is news to a person: not of their own customers, not hidden, not answered by their company. */
const newsTo = (personId: Prisma.Sql) => Prisma.sql`
  NOT EXISTS (SELECT 1 FROM "customer_member" c WHERE c."customerId" = o."customerId" AND c."personId" = ${personId})
  AND NOT EXISTS (SELECT 1 FROM "request_mark" m WHERE m."personId" = ${personId} AND m."requestId" = o."requestId" AND m.mark = 'hidden')
  AND NOT EXISTS (SELECT 1 FROM "response" r JOIN "company_member" c ON c."companyId" = r."companyId"
    WHERE r."requestId" = o."requestId" AND c."personId" = ${personId})`;

/**
 * Keeps which saved searches find an open request; answers how many more do than before. Only what is news, and nothing for
 * the suspended. One statement, however many searches there are.
 */
export async function insertHits(tx: Tx, requestId: string, at: Date): Promise<number> {
  return rowsOf(tx).$executeRaw`
    INSERT INTO "saved_search_hit" ("savedSearchId", "requestId", at, "dueAt")
    SELECT s.id, o."requestId", ${at}::timestamptz, alert_due(s.pace, ${at}::timestamptz, p."timeZone")
    FROM "open_request" o
    JOIN "saved_search" s ON s.anchors && (tsvector_to_array(o.found) || ARRAY['#any']) AND o.found @@ s.words AND s.pace <> 'off'
    JOIN "person" p ON p.id = s."personId" AND p."suspendedAt" IS NULL
    WHERE o."requestId" = ${requestId}::uuid AND o.open
      AND ${newsTo(Prisma.sql`s."personId"`)}
    ON CONFLICT DO NOTHING`;
}

/** Takes what is due to be told to a person, so that nobody else tells it, and answers what of it still stands. */
export async function claimDueHits(tx: Tx, personId: string, at: Date) {
  return rowsOf(tx).$queryRaw<{ savedSearchId: string; requestId: string }[]>`
    WITH due AS (
      SELECT h."savedSearchId", h."requestId" FROM "saved_search_hit" h JOIN "saved_search" s ON s.id = h."savedSearchId"
      WHERE s."personId" = ${personId}::uuid AND h."toldAt" IS NULL AND h."dueAt" <= ${at}::timestamptz
      ORDER BY h."savedSearchId", h."requestId" FOR UPDATE OF h SKIP LOCKED
    ), told AS (
      UPDATE "saved_search_hit" h SET "toldAt" = ${at}::timestamptz FROM due
      WHERE h."savedSearchId" = due."savedSearchId" AND h."requestId" = due."requestId"
      RETURNING h."savedSearchId", h."requestId", h.at
    )
    SELECT told."savedSearchId", told."requestId" FROM told JOIN "open_request" o ON o."requestId" = told."requestId" AND o.open
    WHERE ${newsTo(Prisma.sql`${personId}::uuid`)}
    ORDER BY o."position"`;
}

/** What a person is certified for, in each company that they belong to and that is not suspended. */
export async function standingsOf(tx: Tx, personId: string) {
  const person = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      suspendedAt: true,
      companies: { where: { company: { suspendedAt: null } }, select: { companyId: true } },
      experts: { select: { companyId: true, certifications: true } },
    },
  });
  if (person.suspendedAt) return [];
  const companies = new Set(person.companies.map(({ companyId }) => companyId));
  return person.experts.filter(({ companyId }) => companies.has(companyId));
}

/** Saved searches by name, and the titles of what they found, the newest first. */
export async function foundBySearches(
  tx: Tx,
  of: { savedSearchIds: string[]; requestIds: string[]; most: number },
) {
  const searches = await rowsOf(tx).savedSearch.findMany({
    where: { id: { in: of.savedSearchIds } },
    select: { name: true, query: true },
    orderBy: { name: 'asc' },
  });
  const requests = await rowsOf(tx).request.findMany({
    where: { id: { in: of.requestIds } },
    select: { title: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: of.most,
  });
  return { searches, titles: requests.map(({ title }) => title) };
}
