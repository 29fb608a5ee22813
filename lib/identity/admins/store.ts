import { later, MINUTE } from '@/lib/core/time';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

export async function lockedInvitation(tx: Tx, tokenHash: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "admin_invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  return rowsOf(tx).adminInvitation.findUnique({ where: { tokenHash } });
}

export async function updateToAdmin(
  tx: Tx,
  of: { invitationId: string; personId: string; now: Date },
): Promise<void> {
  await rowsOf(tx).adminInvitation.update({ where: { id: of.invitationId }, data: { usedAt: of.now } });
  await rowsOf(tx).person.update({ where: { id: of.personId }, data: { admin: true } });
}

export async function insertInvitation(
  tx: Tx,
  of: { email: string; tokenHash: string; now: Date; minutes: number },
) {
  const { email, tokenHash, now, minutes } = of;
  const expiresAt = later(now, minutes * MINUTE);
  await rowsOf(tx).adminInvitation.create({
    data: { email, tokenHash, createdAt: now, expiresAt },
  });
}
