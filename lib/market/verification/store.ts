import { counts } from '@/lib/market/certifications/rules';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Other claims of the number, whoever made them. */
export async function sameNumber(tx: Tx, of: { id: string; validationNumber: string }) {
  return rowsOf(tx).certification.findMany({
    where: { validationNumber: { equals: of.validationNumber, mode: 'insensitive' }, id: { not: of.id } },
    select: { status: true },
    take: 50,
  });
}

/** The claim that waits next after this one, of somebody else than this admin; after the last one the first again. */
export async function nextWaiting(
  tx: Tx,
  after: { queuedAt: Date; id: string },
  personId: string,
): Promise<string | null> {
  const [row] = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "certification" c JOIN "expert" e ON e.id = c."expertId"
    WHERE c.status = 'claimed' AND e."personId" <> ${personId}::uuid
    ORDER BY (c."queuedAt", c.id) > (${after.queuedAt}::timestamptz, ${after.id}::uuid) DESC, c."queuedAt", c.id
    LIMIT 1`;
  return row?.id ?? null;
}

/** What rests on a decision about a certification: read with the expert's row held, on which everything begun hangs. */
export async function restsOn(
  tx: Tx,
  decided: { id: string; expertId: string; code: string; decidedAt: Date | null; createdAt: Date },
  at: Date,
): Promise<{ begun: boolean; claimedAnew: boolean }> {
  const { id, expertId, code, createdAt } = decided;
  const since = decided.decidedAt ?? createdAt;
  const others = await rowsOf(tx).certification.findMany({
    where: { expertId, id: { not: id } },
    select: { code: true, status: true, expiresOn: true, createdAt: true },
  });
  const claimedAnew = others.some(
    (other) =>
      other.code === code && other.createdAt > createdAt && ['claimed', 'verified'].includes(other.status),
  );
  // Whoever holds another one that counts could have begun the same without this.
  if (others.some((other) => counts(other, at))) return { begun: false, claimedAnew };
  const by = { expertId, createdAt: { gte: since } };
  const begun =
    (await rowsOf(tx).response.count({ where: by })) +
    (await rowsOf(tx).proposal.count({ where: by })) +
    (await rowsOf(tx).permissionRequest.count({ where: { expertId, requestedAt: { gte: since } } }));
  return { begun: begun > 0, claimedAnew };
}

/** How many admins can act, without these people. */
export async function countAdmins(tx: Tx, { but }: { but: string[] }): Promise<number> {
  return rowsOf(tx).person.count({ where: { admin: true, suspendedAt: null, id: { notIn: but } } });
}

export async function updateFirstLook(
  tx: Tx,
  of: { id: string; by: string; at: Date; reason: string },
): Promise<void> {
  const { id, by, at, reason } = of;
  await rowsOf(tx).certification.update({
    where: { id },
    data: { lookedBy: by, lookedAt: at, lookedReason: reason },
  });
}
