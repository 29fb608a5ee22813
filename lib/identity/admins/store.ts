import { later, MINUTE } from '@/lib/core/time';
import type { Tx } from '@/lib/platform/db/transaction';

export async function lockedInvitation(tx: Tx, tokenHash: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "admin_invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  return tx.db.adminInvitation.findUnique({ where: { tokenHash } });
}

export async function makeAdmin(
  tx: Tx,
  of: { invitationId: string; personId: string; now: Date },
): Promise<void> {
  await tx.db.adminInvitation.update({ where: { id: of.invitationId }, data: { usedAt: of.now } });
  await tx.db.person.update({ where: { id: of.personId }, data: { admin: true } });
}

export async function addInvitation(
  tx: Tx,
  of: { email: string; tokenHash: string; now: Date; minutes: number },
) {
  const { email, tokenHash, now, minutes } = of;
  const expiresAt = later(now, minutes * MINUTE);
  await tx.db.adminInvitation.create({
    data: { email, tokenHash, createdAt: now, expiresAt },
  });
}
