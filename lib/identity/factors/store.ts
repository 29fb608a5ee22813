import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Rows of what a person proves themselves with. Instants are wall time. */

/** Calls of one person about their factors wait for each other: none is enrolled, used or removed twice. */
export async function lockFactors(tx: Tx, personId: string): Promise<void> {
  await rowsOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`factors ${personId}`}, 0))`;
}

/** What is there now, not when the viewer was read. */
export async function factorsOf(tx: Tx, personId: string) {
  const passkeys = await rowsOf(tx).passkey.count({ where: { personId } });
  const authenticator = await rowsOf(tx).authenticator.findUnique({ where: { personId } });
  const codes = await rowsOf(tx).recoveryCode.count({ where: { personId, usedAt: null } });
  return { passkeys, authenticator, codes };
}

/** Counts a wrong code of the app. */
export async function updateMisses(tx: Tx, personId: string, misses: number, now: Date): Promise<void> {
  const began = misses === 0 ? { missesSince: now } : {};
  await rowsOf(tx).authenticator.update({ where: { personId }, data: { misses: misses + 1, ...began } });
}

export async function updateFactorAtSignIn(tx: Tx, personId: string, factorAtSignIn: boolean): Promise<void> {
  await rowsOf(tx).person.update({ where: { id: personId }, data: { factorAtSignIn } });
}

/** A secret that waits for its first code; takes the place of one that waited before. */
export async function saveSecret(tx: Tx, personId: string, secret: string, now: Date): Promise<void> {
  const data = { secret, confirmedAt: null, lastStep: null, misses: 0, missesSince: null, createdAt: now };
  await rowsOf(tx).authenticator.upsert({ where: { personId }, create: { personId, ...data }, update: data });
}

/** Marks a step's code as used; null for `confirmedAt` leaves it. */
export async function spendStep(tx: Tx, personId: string, step: number, confirmedAt?: Date): Promise<void> {
  await rowsOf(tx).authenticator.update({
    where: { personId },
    data: { lastStep: BigInt(step), ...(confirmedAt ? { confirmedAt } : {}) },
  });
}

export async function deleteAuthenticator(tx: Tx, personId: string): Promise<number> {
  return (await rowsOf(tx).authenticator.deleteMany({ where: { personId } })).count;
}

/** Marks the code as used; false where there is none such, or it was used. */
export async function spendRecoveryCode(
  tx: Tx,
  personId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const { count } = await rowsOf(tx).recoveryCode.updateMany({
    where: { personId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Puts these codes in the place of all that were there. */
export async function saveRecoveryCodes(tx: Tx, personId: string, codeHashes: string[]): Promise<void> {
  await rowsOf(tx).recoveryCode.deleteMany({ where: { personId } });
  await rowsOf(tx).recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ personId, codeHash })) });
}

/** Takes away the app and the codes: for whoever has lost all of it, by the operator's hand. */
export async function deleteFactors(tx: Tx, personId: string): Promise<void> {
  await deleteAuthenticator(tx, personId);
  await saveRecoveryCodes(tx, personId, []);
  await updateFactorAtSignIn(tx, personId, true);
}
