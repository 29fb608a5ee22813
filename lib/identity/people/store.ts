import { found } from '@/lib/core/refusal';
import type { Tx } from '@/lib/platform/db/transaction';

/** The name, with its person held: a certification is verified for the one name or for the other. */
export async function lockedName(tx: Tx, id: string): Promise<string> {
  await tx.db.$queryRaw`SELECT 1 FROM "person" WHERE id = ${id}::uuid FOR UPDATE`;
  return (await tx.db.person.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}

export async function countVerified(tx: Tx, personId: string): Promise<number> {
  return tx.db.certification.count({ where: { status: 'verified', expert: { personId } } });
}

export async function saveName(
  tx: Tx,
  of: { personId: string; name: string; timeZone: string },
): Promise<void> {
  const { personId, name, timeZone } = of;
  await tx.db.person.update({ where: { id: personId }, data: { name, timeZone } });
}

export async function saveTimeZone(tx: Tx, of: { personId: string; timeZone: string }): Promise<void> {
  await tx.db.person.update({ where: { id: of.personId }, data: { timeZone: of.timeZone } });
}

/** A person, held: two admins must not decide about the same one side by side. */
export async function lockedPerson(tx: Tx, id: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "person" WHERE id = ${id}::uuid FOR UPDATE`;
  return found(
    await tx.db.person.findUnique({ where: { id }, select: { id: true, suspendedAt: true } }),
    'person',
  );
}

export async function personByEmail(tx: Tx, email: string): Promise<{ id: string } | null> {
  return tx.db.person.findUnique({ where: { email }, select: { id: true } });
}

export async function saveSuspended(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.db.person.update({ where: { id }, data: { suspendedAt: at } });
}
