import { found } from '@/lib/core/refusal';
import { Prisma } from '@/lib/platform/db/generated/client';
import { type Rows, rowsOf } from '@/lib/platform/db/rows';
import { lock, type Tx } from '@/lib/platform/db/transaction';
import { LIVE_STATES, OPEN_STATES } from './lifecycle';
import type { StepKind } from './schema';

/** Whether an access of a conversation's jobs is not known to have ended. */
export async function liveIn(of: Tx | Rows, conversationId: string): Promise<boolean> {
  const where = { proposal: { conversationId }, status: { in: [...LIVE_STATES] } };
  return (await rowsOf(of).grant.count({ where })) > 0;
}

/** Whether a role of an earlier grant to this expert may still be in the account, whichever job or connection it came by. */
export async function earlierGrant(
  tx: Tx,
  where: { expertId: string; awsAccountId: string },
): Promise<boolean> {
  return (await rowsOf(tx).grant.count({ where: { ...where, status: { in: [...LIVE_STATES] } } })) > 0;
}

export function insertGrant(tx: Tx, row: Prisma.GrantUncheckedCreateInput) {
  return rowsOf(tx).grant.create({ data: row });
}

/** A grant with what its commands decide by. */
export async function grantById(tx: Tx, id: string) {
  return found(
    await rowsOf(tx).grant.findUnique({
      where: { id },
      include: {
        proposal: { select: { status: true, conversationId: true } },
        connection: { select: { awsAccountId: true, partition: true, status: true } },
        steps: { select: { kind: true, round: true, at: true, detail: true }, orderBy: { id: 'asc' } },
        sessions: { select: { status: true, expiresAt: true } },
      },
    }),
    'grant',
  );
}
export type GrantRow = Awaited<ReturnType<typeof grantById>>;

/** The grant with how much of its end was checked. */
export async function grantToTell(tx: Tx, id: string) {
  const _count = { select: { steps: true } };
  return found(await rowsOf(tx).grant.findUnique({ where: { id }, include: { _count } }), 'grant');
}

/** The grant, locked: the lock that a session's row needs too. */
export async function lockedGrant(tx: Tx, id: string): Promise<GrantRow> {
  await lock(tx, 'grant', id);
  return grantById(tx, id);
}

export type RevokeScope = {
  proposalId?: string;
  companyId?: string;
  customerId?: string;
  expertId?: string;
  personId?: string;
};

/** Grants in force in a scope, in the order in which they are locked. */
export async function openGrantsOf(tx: Tx, scope: RevokeScope): Promise<string[]> {
  const { personId, ...tenant } = scope;
  const where: Prisma.GrantWhereInput = { status: { in: [...OPEN_STATES] }, ...tenant };
  if (personId) {
    const profiles = await rowsOf(tx).expert.findMany({ where: { personId }, select: { id: true } });
    where.expertId = { in: profiles.map(({ id }) => id) };
  }
  const rows = await rowsOf(tx).grant.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}

/** One grant in force that must end for another reason than its time, locked. The row alone: the broker may not lock more. */
export async function strayGrant(
  tx: Tx,
): Promise<{ id: string; over: boolean; left: boolean; uncertified: boolean } | null> {
  // What a certification is worth is a rule's matter; that somebody has none at all needs no rule.
  const uncertified = Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "certification" k WHERE k."expertId" = g."expertId" AND k.status = 'verified')`;
  const rows = await rowsOf(tx).$queryRaw<
    { id: string; over: boolean; left: boolean; uncertified: boolean }[]
  >`
    SELECT g.id, p.status <> 'accepted' AS over, e."leftAt" IS NOT NULL AS left, ${uncertified} AS uncertified
    FROM "grant" g
    JOIN "proposal" p ON p.id = g."proposalId"
    JOIN "company" c ON c.id = g."companyId"
    JOIN "customer" u ON u.id = g."customerId"
    JOIN "expert" e ON e.id = g."expertId"
    JOIN "person" n ON n.id = e."personId"
    WHERE g.status IN ('provisioning', 'active')
      AND (p.status <> 'accepted' OR ${uncertified} OR e."leftAt" IS NOT NULL
        OR c."suspendedAt" IS NOT NULL OR u."suspendedAt" IS NOT NULL OR n."suspendedAt" IS NOT NULL)
    ORDER BY g."endsAt" LIMIT 1 FOR UPDATE OF g SKIP LOCKED`;
  return rows[0] ?? null;
}

/** Writes a step of the proof of this denial; one that was written stays as it is. */
export async function insertStep(
  tx: Tx,
  grant: { id: string; round: number },
  kind: StepKind,
  at: Date,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  const { id: grantId, round } = grant;
  await rowsOf(tx).grantStep.createMany({
    data: [{ grantId, round, kind, at, detail }],
    skipDuplicates: true,
  });
}

/** The names of the job that every event of a grant carries. */
export function jobOf(grant: {
  customerId: string;
  companyId: string;
  proposal: { conversationId: string };
}) {
  const { customerId, companyId, proposal } = grant;
  return { customerId, companyId, conversationId: proposal.conversationId };
}

export async function updateGrant(
  tx: Tx,
  id: string,
  data: Pick<
    Prisma.GrantUncheckedUpdateInput,
    'roleArn' | 'roleId' | 'problem' | 'endableAt' | 'round' | 'seenAt' | 'lookDueAt'
  >,
): Promise<void> {
  await rowsOf(tx).grant.update({ where: { id }, data });
}

/** Grants whose connection was lost and has been verified since. */
export async function reachableAgain(tx: Tx, limit: number): Promise<string[]> {
  const rows = await rowsOf(tx).grant.findMany({
    where: { status: 'connection_lost', connection: { status: 'connected' } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

export async function grantsIn(tx: Tx, status: 'provisioning' | 'revoking' | 'denied_not_deleted') {
  const rows = await rowsOf(tx).grant.findMany({
    where: { status },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Grants in force on a connection, in the order in which they are locked. */
export async function openGrantsOn(tx: Tx, connectionId: string): Promise<string[]> {
  const rows = await rowsOf(tx).grant.findMany({
    where: { connectionId, status: { in: [...OPEN_STATES] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Forgets what was known of the way to end each access on a connection. */
export async function clearEndable(tx: Tx, connectionId: string): Promise<void> {
  await rowsOf(tx).grant.updateMany({
    where: { connectionId, endableAt: { not: null } },
    data: { endableAt: null },
  });
}
