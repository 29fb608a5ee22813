import { DAY, earlier } from '@/lib/core/time';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import type { InvitationLifecycle } from './lifecycle';

/** Rows of every kind of invitation: each kind has a table of its own, and these columns are in all of them. */
type Table = InvitationLifecycle['name'];

/** How many invitations of a kind went to an address in the last day. Calls for the same address wait for each other. */
export async function invitedLately(tx: Tx, table: Table, of: { email: string; at: Date }): Promise<number> {
  const { email, at } = of;
  await rowsOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${table} ${email}`}, 0))`;
  const where = { email, createdAt: { gt: earlier(at, DAY) } };
  return table === 'member_invitation'
    ? rowsOf(tx).memberInvitation.count({ where })
    : rowsOf(tx).clientInvitation.count({ where });
}

/** Holds an invitation: it is answered once. */
export async function lockInvitation(tx: Tx, table: Table, id: string): Promise<void> {
  await rowsOf(tx).$queryRawUnsafe(`SELECT 1 FROM "${table}" WHERE id = $1::uuid FOR UPDATE`, id);
}

/** Gives an open invitation a new link; false where it is answered or over. */
export async function updateLink(
  tx: Tx,
  table: Table,
  of: { id: string; tokenHash: string },
): Promise<boolean> {
  const { id, tokenHash } = of;
  const where = { id, status: 'sent' as const, expiresAt: { gt: await tx.now() } };
  const { count } =
    table === 'member_invitation'
      ? await rowsOf(tx).memberInvitation.updateMany({ where, data: { tokenHash } })
      : await rowsOf(tx).clientInvitation.updateMany({ where, data: { tokenHash } });
  return count === 1;
}
