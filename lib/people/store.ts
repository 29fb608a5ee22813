import { found } from '@/lib/core/refusal';
import type { Tx } from '@/lib/db/transaction';

export async function rename(
  tx: Tx,
  of: { personId: string; name: string; timeZone: string },
): Promise<void> {
  const { personId, name, timeZone } = of;
  await tx.db.person.update({ where: { id: personId }, data: { name, timeZone } });
}

export async function setTimeZone(tx: Tx, of: { personId: string; timeZone: string }): Promise<void> {
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

/** The address that opens the person's account, once it was proved. */
export async function signInAddress(tx: Tx, personId: string): Promise<string | null> {
  const person = await tx.db.person.findFirst({
    where: { id: personId, emailVerified: { not: null } },
    select: { email: true },
  });
  return person?.email ?? null;
}

export async function personByEmail(tx: Tx, email: string): Promise<{ id: string } | null> {
  return tx.db.person.findUnique({ where: { email }, select: { id: true } });
}

export async function setSuspended(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.db.person.update({ where: { id }, data: { suspendedAt: at } });
}
