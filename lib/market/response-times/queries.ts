import { DAY, earlier } from '@/lib/core/time';
import { database } from '@/lib/platform/db/client';

/** What was said longer ago says nothing about how quick a company is now. */
const PACE_DAYS = 90;
/** Fewer answers than this are chance. */
const PACE_SAMPLES = 3;

/**
 * How long these companies take to answer, in milliseconds: the median, over the last 90 days, of the time between what a
 * customer said and what the company said next. Several messages in a row are one wait, from the first. A company with
 * fewer than three answers is left out. One query, however many companies. Anybody may know it: it names nobody.
 */
export async function answerTimesOf(companyIds: readonly string[], now: Date): Promise<Map<string, number>> {
  if (companyIds.length === 0) return new Map();
  const since = earlier(now, PACE_DAYS * DAY);
  const rows = await database().$queryRaw<{ companyId: string; seconds: number }[]>`
    WITH said AS (
      SELECT c."companyId", m."conversationId", m.seq, m.side, m.at,
        lag(m.side) OVER (PARTITION BY m."conversationId" ORDER BY m.seq) AS before
      FROM "conversation" c JOIN "message" m ON m."conversationId" = c.id
      WHERE c."companyId" = ANY(${companyIds}::uuid[]) AND c."lastAt" >= ${since} AND m.at >= ${since} AND m.side IS NOT NULL
    ), turns AS (
      SELECT "companyId", side, at, lead(at) OVER (PARTITION BY "conversationId" ORDER BY seq) AS answered
      FROM said WHERE side IS DISTINCT FROM before
    )
    SELECT "companyId",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered - at))::float8 AS seconds
    FROM turns WHERE side = 'customer' AND answered IS NOT NULL
    GROUP BY "companyId" HAVING count(*) >= ${PACE_SAMPLES}`;
  return new Map(rows.map((row) => [row.companyId, Math.round(row.seconds * 1000)]));
}

/** So many of the latest requests are looked at, and fewer than this many say nothing about the next one. */
const LATEST = 200;
const PACE_REQUESTS = 10;
/** With fewer experts a number would not help anybody. */
const MANY_EXPERTS = 5;

export type Pace = { experts: number; firstResponseMs: number };

/**
 * How many experts there are to answer, and how long a public request that was answered waited for the first response: the
 * median of the last 90 days. Null where there are too few of either to say anything.
 */
export async function paceOf(now: Date): Promise<Pace | null> {
  const since = earlier(now, PACE_DAYS * DAY);
  const [row] = await database().$queryRaw<{ experts: number; requests: number; seconds: number | null }[]>`
    SELECT (SELECT count(*)::int FROM (SELECT 1 FROM "expert" WHERE "publishedAt" IS NOT NULL LIMIT 100000) e) AS experts,
      count(*)::int AS requests,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first - "createdAt"))::float8 AS seconds
    FROM (
      SELECT r."createdAt", (SELECT min(x."createdAt") FROM "response" x
        WHERE x."requestId" = r.id AND x.origin = 'answer') AS first
      FROM "request" r
      WHERE r.audience = 'everyone' AND r."createdAt" >= ${since} AND r."responseCount" > 0
      ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${LATEST}
    ) answered WHERE first IS NOT NULL`;
  if (!row || row.seconds === null || row.requests < PACE_REQUESTS || row.experts < MANY_EXPERTS) return null;
  return { experts: row.experts, firstResponseMs: Math.round(row.seconds * 1000) };
}
