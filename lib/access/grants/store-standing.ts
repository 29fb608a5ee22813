import type { Tx } from '@/lib/platform/db/transaction';
import { OPEN_STATES } from './rules';

/** What a profile's certifications are worth, for the rule; with its row held, so that none lapses or comes meanwhile. */
export async function lockedCertifications(tx: Tx, expertId: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "expert" WHERE id = ${expertId}::uuid FOR UPDATE`;
  return certificationsOf(tx, expertId);
}

export function certificationsOf(tx: Tx, expertId: string) {
  return tx.db.certification.findMany({
    where: { expertId },
    select: { code: true, status: true, expiresOn: true },
  });
}

/** Grants in force on a connection, in the order in which they are locked. */
export async function openGrantsOn(tx: Tx, connectionId: string): Promise<string[]> {
  const rows = await tx.db.grant.findMany({
    where: { connectionId, status: { in: [...OPEN_STATES] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

/** Forgets what was known of the way to end each access on a connection. */
export async function distrust(tx: Tx, connectionId: string): Promise<void> {
  await tx.db.grant.updateMany({
    where: { connectionId, endableAt: { not: null } },
    data: { endableAt: null },
  });
}

/** The Regions that the job's request is about. */
export async function regionsAsked(tx: Tx, conversationId: string): Promise<string[]> {
  const row = await tx.db.conversation.findUnique({
    where: { id: conversationId },
    select: { request: { select: { regions: true } } },
  });
  return row?.request.regions ?? [];
}
