import { found } from '@/lib/core/refusal';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function grantToRead(tx: Tx, grantId: string) {
  return found(
    await rowsOf(tx).grant.findUnique({
      where: { id: grantId },
      select: {
        id: true,
        status: true,
        expertId: true,
        connectionId: true,
        roleArn: true,
        roleId: true,
        activeAt: true,
        revokedAt: true,
        connection: {
          select: {
            awsAccountId: true,
            partition: true,
            secret: { select: { externalId: true } },
          },
        },
        proposal: { select: { conversationId: true } },
      },
    }),
    'grant',
  );
}

export async function insertTrails(tx: Tx, grantId: string, regions: readonly string[], dueAt: Date) {
  await rowsOf(tx).activityTrail.createMany({
    data: regions.map((region) => ({ grantId, region, dueAt })),
    skipDuplicates: true,
  });
}

/** Brings the next reading of every Region forward; one whose last reading is done stays done. */
export async function updateDueTrails(tx: Tx, grantId: string, dueAt: Date): Promise<void> {
  await rowsOf(tx).activityTrail.updateMany({ where: { grantId, dueAt: { not: null } }, data: { dueAt } });
}

/** Takes every due Region of the grant that is due first, and sets them aside for a while so that nobody else takes them. */
export async function claimDueTrails(tx: Tx): Promise<{ grantId: string; regions: string[] } | null> {
  const rows = await rowsOf(tx).$queryRaw<{ grantId: string; region: string }[]>`
    WITH first AS (
      SELECT "grantId" FROM "activity_trail" WHERE "dueAt" <= app_now()
      ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED),
    due AS (
      SELECT "grantId", region FROM "activity_trail"
      WHERE "grantId" IN (SELECT "grantId" FROM first) AND "dueAt" <= app_now() FOR UPDATE SKIP LOCKED)
    UPDATE "activity_trail" AS trail SET "dueAt" = app_now() + interval '30 seconds'
    FROM due WHERE trail."grantId" = due."grantId" AND trail.region = due.region
    RETURNING trail."grantId"::text, trail.region`;
  return rows[0] ? { grantId: rows[0].grantId, regions: rows.map(({ region }) => region).sort() } : null;
}

export function trailsOf(tx: Tx, grantId: string, regions: readonly string[]) {
  return rowsOf(tx).activityTrail.findMany({ where: { grantId, region: { in: [...regions] } } });
}

export async function trailOf(tx: Tx, grantId: string, region: string) {
  return (await trailsOf(tx, grantId, [region]))[0] ?? null;
}

export async function updateTrails(
  tx: Tx,
  grantId: string,
  regions: readonly string[],
  data: { dueAt: Date | null; readAt: Date; problem: null; busy: boolean },
): Promise<void> {
  await rowsOf(tx).activityTrail.updateMany({ where: { grantId, region: { in: [...regions] } }, data });
}

export async function updateTrail(
  tx: Tx,
  grantId: string,
  region: string,
  data: { dueAt?: Date | null; readAt?: Date; problem?: string | null; busy?: boolean; listedAt?: Date },
): Promise<void> {
  await rowsOf(tx).activityTrail.update({ where: { grantId_region: { grantId, region } }, data });
}

/** Keeps each event once, however often it is read, and in whichever Region. Answers how many were new. */
export async function insertEvents(tx: Tx, rows: Prisma.ActivityEventCreateManyInput[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { count } = await rowsOf(tx).activityEvent.createMany({ data: rows, skipDuplicates: true });
  return count;
}

/**
 * The wall instants from which this caller may ask CloudTrail once about each place, `gapMs` after whoever asked before: AWS
 * answers two questions a second for an account and Region, and the customer's own tools ask too.
 */
export async function claimSlots(
  tx: Tx,
  places: readonly string[],
  gapMs: number,
): Promise<Map<string, Date>> {
  const rows = await rowsOf(tx).$queryRaw<{ place: string; mine: Date }[]>`
    INSERT INTO "lookup_slot" AS slot (place, "freeAt")
    SELECT place, clock_timestamp() + ${gapMs} * interval '1 millisecond'
    FROM unnest(${[...places].sort()}::text[]) AS place
    ON CONFLICT (place) DO UPDATE
      SET "freeAt" = greatest(slot."freeAt", clock_timestamp()) + ${gapMs} * interval '1 millisecond'
    RETURNING place, "freeAt" - ${gapMs} * interval '1 millisecond' AS mine`;
  return new Map(rows.map(({ place, mine }) => [place, mine]));
}
