import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { Add, Check } from './schema';

export function connectionById(tx: Tx, id: string) {
  return rowsOf(tx).connection.findUnique({ where: { id } });
}

export function insertConnection(
  tx: Tx,
  row: Pick<Add, 'awsAccountId' | 'label'> & { customerId: string; createdBy: string; createdAt: Date },
) {
  return rowsOf(tx).connection.create({ data: row });
}

/** Another connection of this customer to the same account that is in use or being made. */
export function sameAccount(tx: Tx, customerId: string, awsAccountId: string) {
  return rowsOf(tx).connection.findFirst({
    where: { customerId, awsAccountId, status: { in: ['waiting', 'verifying', 'connected'] } },
    select: { id: true },
  });
}

export async function updateChecks(
  tx: Tx,
  id: string,
  result: { checks: readonly Check[]; refusal: string | null; checkedAt: Date; verifiedAt?: Date },
): Promise<void> {
  await rowsOf(tx).connection.update({
    where: { id },
    data: {
      checks: result.checks.map((check) => ({ ...check, at: check.at.toISOString() })),
      refusal: result.refusal,
      checkedAt: result.checkedAt,
      ...(result.verifiedAt ? { verifiedAt: result.verifiedAt } : {}),
    },
  });
}

/** Takes one account with live access whose roles were not tried for long, and sets it aside so that nobody else takes it. */
export async function claimDueConnection(
  tx: Tx,
  after: { connectedMs: number; lostMs: number },
): Promise<string | null> {
  const rows = await rowsOf(tx).$queryRaw<{ id: string }[]>`
    UPDATE "connection" SET "checkedAt" = app_now() WHERE id = (
      SELECT c.id FROM "connection" c JOIN "grant" g ON g."connectionId" = c.id
      WHERE g.status IN ('provisioning', 'active', 'revoking', 'denied', 'denied_not_deleted', 'connection_lost')
        AND c.status IN ('connected', 'lost', 'refused')
        AND (c."checkedAt" IS NULL OR c."checkedAt" <= app_now() - interval '1 millisecond'
          * CASE c.status WHEN 'connected' THEN ${after.connectedMs}::int ELSE ${after.lostMs}::int END)
      ORDER BY c."checkedAt" NULLS FIRST LIMIT 1 FOR UPDATE OF c SKIP LOCKED)
    RETURNING id::text`;
  return rows[0]?.id ?? null;
}

/** What it takes to enter the account, but for the ExternalId. */
export function placeOf(tx: Tx, id: string) {
  return rowsOf(tx).connection.findUnique({
    where: { id },
    select: { status: true, awsAccountId: true, partition: true },
  });
}

/** The broker's database role alone can read or write this table. Null where the connection was never verified. */
export function externalIdOf(tx: Tx, connectionId: string) {
  return rowsOf(tx).connectionSecret.findUnique({ where: { connectionId }, select: { externalId: true } });
}

/** Keeps the first of two ExternalIds that are made at once. */
export async function insertExternalId(tx: Tx, connectionId: string, externalId: string): Promise<void> {
  await rowsOf(tx).connectionSecret.createMany({
    data: [{ connectionId, externalId }],
    skipDuplicates: true,
  });
}

/** Whether this person may grant access for the customer right now. */
export async function mayGrant(tx: Tx, personId: string, customerId: string): Promise<boolean> {
  const count = await rowsOf(tx).customerMember.count({
    where: {
      personId,
      customerId,
      rights: { hasSome: ['owner', 'grant'] },
      person: { suspendedAt: null },
      customer: { suspendedAt: null },
    },
  });
  return count > 0;
}

/** Whoever may grant access for the customer: open pages of theirs show the connection anew. */
export async function granters(tx: Tx, customerId: string): Promise<string[]> {
  const members = await rowsOf(tx).customerMember.findMany({
    where: { customerId, rights: { hasSome: ['owner', 'grant'] } },
    select: { personId: true },
  });
  return members.map(({ personId }) => personId);
}
