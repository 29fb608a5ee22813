import { LOOK_MS } from '@/lib/access/proofs/rules';
import type { GrantIncidentKind, Prisma } from '@/lib/platform/db/generated/client';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { UNSERVED } from './rules';

/** The Regions that the grant's activity names. */
export async function regionsNamed(tx: Tx, grantId: string): Promise<string[]> {
  const rows = await rowsOf(tx).activityEvent.groupBy({ by: ['region'], where: { grantId } });
  return rows.map(({ region }) => region).sort();
}

/** Grants that are due to be looked at, each set aside until its next look. */
export async function claimDueLooks(tx: Tx, limit: number): Promise<string[]> {
  const rows = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    UPDATE "grant" SET "lookDueAt" = app_now() + CASE status
        WHEN 'denied' THEN ${LOOK_MS.denied}::int WHEN 'active' THEN ${LOOK_MS.active}::int
        ELSE ${LOOK_MS.denied_not_deleted}::int END * interval '1 millisecond'
    WHERE id IN (
      SELECT id FROM "grant" WHERE status IN ('active', 'denied', 'denied_not_deleted')
        AND ("lookDueAt" IS NULL OR "lookDueAt" <= app_now())
      ORDER BY "lookDueAt" NULLS FIRST LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  return rows.map(({ id }) => id);
}

type Incident = {
  grantId: string;
  kind: GrantIncidentKind;
  round: number;
  key: string;
  since: Date;
  until: Date | null;
  at: Date;
  detail: Prisma.InputJsonObject;
};

/** Keeps what went wrong, each thing once. Answers the first one's id where nothing of the kind was kept of this denial yet. */
export async function insertIncidents(
  tx: Tx,
  rows: readonly Incident[],
): Promise<{ firstId: string | null }> {
  const [one] = rows;
  if (!one) return { firstId: null };
  const { grantId, kind, round } = one;
  const before = await rowsOf(tx).grantIncident.count({ where: { grantId, kind, round } });
  const kept = await rowsOf(tx).grantIncident.createManyAndReturn({
    data: [...rows],
    skipDuplicates: true,
    select: { id: true },
  });
  return { firstId: before === 0 || kind !== 'acted_after_deny' ? (kept[0]?.id ?? null) : null };
}

/**
 * What was done in a grant's sessions after it was first called denied and was not refused, as far as it is not kept as an
 * incident yet. The clear refusals are many, and left out here.
 */
export function servedSince(tx: Tx, grantId: string, since: Date) {
  return rowsOf(tx).$queryRaw<
    {
      eventId: string;
      at: Date;
      name: string;
      source: string;
      region: string;
      errorCode: string | null;
      raw: unknown;
    }[]
  >`
    SELECT e."eventId", e.at, e.name, e.source, e.region, e."errorCode", e.raw FROM "activity_event" e
    WHERE e."grantId" = ${grantId}::uuid AND e.at > ${since}
      AND (e."errorCode" IS NULL OR e."errorCode" !~ ${UNSERVED})
      AND e.source <> 'signin.amazonaws.com' AND e.name <> 'GetCallerIdentity'
      AND NOT EXISTS (SELECT 1 FROM "grant_incident" i
        WHERE i."grantId" = e."grantId" AND i.kind = 'acted_after_deny' AND i.key = e."eventId")
    ORDER BY e.at, e.id LIMIT 500`;
}

export async function incidentById(tx: Tx, id: string) {
  const { kind, detail } = await rowsOf(tx).grantIncident.findUniqueOrThrow({ where: { id } });
  return { kind, detail: detail as { says?: string; name?: string } };
}
