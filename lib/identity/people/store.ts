import { found } from '@/lib/core/refusal';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** The name, with its person held: a certification is verified for the one name or for the other. */
export async function lockedName(tx: Tx, id: string): Promise<string> {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${id}::uuid FOR UPDATE`;
  return (await rowsOf(tx).person.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}

export async function countVerified(tx: Tx, personId: string): Promise<number> {
  return rowsOf(tx).certification.count({ where: { status: 'verified', expert: { personId } } });
}

export async function updateName(
  tx: Tx,
  of: { personId: string; name: string; timeZone: string },
): Promise<void> {
  const { personId, name, timeZone } = of;
  await rowsOf(tx).person.update({ where: { id: personId }, data: { name, timeZone } });
}

export async function updateTimeZone(tx: Tx, of: { personId: string; timeZone: string }): Promise<void> {
  await rowsOf(tx).person.update({ where: { id: of.personId }, data: { timeZone: of.timeZone } });
}

/** A person, held: two admins must not decide about the same one side by side. */
export async function lockedPerson(tx: Tx, id: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${id}::uuid FOR UPDATE`;
  return found(
    await rowsOf(tx).person.findUnique({ where: { id }, select: { id: true, suspendedAt: true } }),
    'person',
  );
}

export async function personByEmail(tx: Tx, email: string): Promise<{ id: string } | null> {
  return rowsOf(tx).person.findUnique({ where: { email }, select: { id: true } });
}

export async function updateSuspended(tx: Tx, id: string, at: Date | null): Promise<void> {
  await rowsOf(tx).person.update({ where: { id }, data: { suspendedAt: at } });
}
