import { z } from 'zod';
import { PAGE_SIZE, type Page, pageOf, readCursor } from '@/lib/core/page';
import type { No } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { CertificationStatus } from '@/lib/experts/rules';
import { BUDGET_LABELS, LOCATION_LABELS } from '@/lib/requests/schema';
import { mayAnswer, mayYetAnswer } from './rules';

/** For which company a viewer answers requests, and what keeps them from it. Null: they belong to no company. */
export type Footing = {
  companyId: string;
  companyName: string;
  refusal: No | null;
  /** They may not answer yet, and may keep an answer until a claim of theirs is verified. */
  mayHold: boolean;
};

type FootingRow = {
  companyId: string;
  companyName: string;
  /** Null: no profile in this company. Days as Postgres writes them. */
  certifications: { code: string; status: CertificationStatus; expiresOn: string }[] | null;
};

/** The viewer's footing on the expert side: of several companies, the first that may answer. One query. */
export async function footingOf(viewer: Viewer, now: Date): Promise<Footing | null> {
  if (viewer.kind !== 'person') return null;
  const open = viewer.companies.filter((membership) => !membership.suspended).map((m) => m.tenantId);
  const rows = await database().$queryRaw<FootingRow[]>`
    SELECT c.id AS "companyId", c.name AS "companyName",
      CASE WHEN e.id IS NOT NULL THEN coalesce(
        (SELECT json_agg(json_build_object('code', h.code, 'status', h.status, 'expiresOn', h."expiresOn"))
          FROM "certification" h WHERE h."expertId" = e.id), '[]') END AS certifications
    FROM "company" c LEFT JOIN "expert" e ON e."companyId" = c.id AND e."personId" = ${viewer.personId}::uuid
    WHERE c.id = ANY(${open}::uuid[]) ORDER BY c.name, c.id`;
  const footings = rows.map(({ companyId, companyName, certifications }) => {
    const held = certifications?.map((one) => ({
      ...one,
      expiresOn: new Date(`${one.expiresOn}T00:00:00Z`),
    }));
    const expert = held ? { certifications: held } : null;
    const refusal = mayAnswer(expert, now);
    return { companyId, companyName, refusal, mayHold: refusal !== null && mayYetAnswer(expert, now) };
  });
  return footings.find((footing) => footing.refusal === null) ?? footings[0] ?? null;
}

const keysOf = <Key extends string>(labels: Record<Key, string>) => Object.keys(labels) as [Key, ...Key[]];

const WorkCard = z.object({
  id: z.string(),
  title: z.string(),
  /** Null for somebody who may not answer: they see what is asked for, not the whole story. */
  excerpt: z.string().nullable(),
  budget: z.enum(keysOf(BUDGET_LABELS)),
  location: z.enum(keysOf(LOCATION_LABELS)),
  responseCount: z.number().int(),
  createdAt: z.date(),
  /** The response of one of the viewer's companies. */
  responseId: z.string().nullable(),
});
export type WorkCard = z.output<typeof WorkCard>;

/** How many queries a page of open requests takes, however many it shows: the time, the footing, and the list. */
export const WORK_QUERIES = 3;

/** Open requests of others, newest first. Somebody who may not answer searches titles alone, as that is what they see. */
export async function openRequestsOf(
  viewer: Viewer,
  footing: Footing,
  filter: { text?: string; cursor?: string },
): Promise<Page<WorkCard>> {
  if (viewer.kind !== 'person') return { rows: [], next: null };
  const from = readCursor(filter.cursor);
  const whole = footing.refusal === null;
  const text = filter.text?.trim() ?? '';
  const column = whole ? Prisma.sql`r.search` : Prisma.sql`ts_filter(r.search, '{a}')`;
  const found = text ? Prisma.sql`AND ${column} @@ websearch_to_tsquery('english', ${text})` : Prisma.empty;
  const older = from
    ? Prisma.sql`AND (r."createdAt", r.id) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : Prisma.empty;
  const rows = await database().$queryRaw`
    SELECT r.id, r.title, r.budget::text AS budget, r.location::text AS location, r."responseCount", r."createdAt",
      ${whole ? Prisma.sql`left(r.description, 400)` : Prisma.sql`NULL::text`} AS excerpt,
      (SELECT a.id FROM "response" a
        WHERE a."requestId" = r.id AND a."companyId" = ANY(${viewer.companies.map((m) => m.tenantId)}::uuid[])
        LIMIT 1) AS "responseId"
    FROM "request" r JOIN "customer" c ON c.id = r."customerId" AND c."suspendedAt" IS NULL
    WHERE r.status = 'accepting' AND r.audience = 'everyone' AND r."customerId" <> ALL(${viewer.customers.map((m) => m.tenantId)}::uuid[])
      ${found} ${older}
    ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(z.array(WorkCard).parse(rows), ({ createdAt, id }) => ({ at: createdAt, id }));
}
