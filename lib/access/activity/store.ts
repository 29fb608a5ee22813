import { found } from '@/lib/core/refusal';
import type { Prisma } from '@/lib/platform/db/generated/client';
import type { Tx } from '@/lib/platform/db/transaction';

export async function grantToRead(tx: Tx, grantId: string) {
  return found(
    await tx.db.grant.findUnique({
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
  await tx.db.activityTrail.createMany({
    data: regions.map((region) => ({ grantId, region, dueAt })),
    skipDuplicates: true,
  });
}

/** Brings the next reading of every Region forward; one whose last reading is done stays done. */
export async function hurryTrails(tx: Tx, grantId: string, dueAt: Date): Promise<void> {
  await tx.db.activityTrail.updateMany({ where: { grantId, dueAt: { not: null } }, data: { dueAt } });
}

/** Takes one due Region, and sets it aside for a while so that nobody else takes it. */
export async function takeDueTrail(tx: Tx): Promise<{ grantId: string; region: string } | null> {
  const rows = await tx.db.$queryRaw<{ grantId: string; region: string }[]>`
    UPDATE "activity_trail" SET "dueAt" = app_now() + interval '30 seconds'
    WHERE ("grantId", region) IN (
      SELECT "grantId", region FROM "activity_trail" WHERE "dueAt" <= app_now()
      ORDER BY "dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "grantId"::text, region`;
  return rows[0] ?? null;
}

export function trailOf(tx: Tx, grantId: string, region: string) {
  return tx.db.activityTrail.findUnique({ where: { grantId_region: { grantId, region } } });
}

export async function saveTrail(
  tx: Tx,
  grantId: string,
  region: string,
  data: { dueAt?: Date | null; readAt?: Date; problem?: string | null; busy?: boolean; listedAt?: Date },
): Promise<void> {
  await tx.db.activityTrail.update({ where: { grantId_region: { grantId, region } }, data });
}

/** Keeps each event once, however often it is read, and in whichever Region. Answers how many were new. */
export async function insertEvents(tx: Tx, rows: Prisma.ActivityEventCreateManyInput[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { count } = await tx.db.activityEvent.createMany({ data: rows, skipDuplicates: true });
  return count;
}

/**
 * The wall instant from which this caller may ask CloudTrail once, `gapMs` after whoever asked before: AWS answers two
 * questions a second for an account and Region, and the customer's own tools ask too.
 */
export async function reserveSlot(tx: Tx, place: string, gapMs: number): Promise<Date> {
  const [row] = await tx.db.$queryRaw<{ mine: Date }[]>`
    INSERT INTO "lookup_slot" AS slot (place, "freeAt")
    VALUES (${place}, clock_timestamp() + ${gapMs} * interval '1 millisecond')
    ON CONFLICT (place) DO UPDATE
      SET "freeAt" = greatest(slot."freeAt", clock_timestamp()) + ${gapMs} * interval '1 millisecond'
    RETURNING "freeAt" - ${gapMs} * interval '1 millisecond' AS mine`;
  return row!.mine;
}
