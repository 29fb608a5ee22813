import { type Factor, PROOF_MINUTES } from '@/lib/core/step-up';
import type { Tx } from '@/lib/platform/db/transaction';

/** Rows of what a person proves themselves with. Instants are wall time. */

/** Calls of one person about their factors wait for each other: none is enrolled, used or removed twice. */
export async function lockFactors(tx: Tx, personId: string): Promise<void> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`factors ${personId}`}, 0))`;
}

/** What is there now, not when the viewer was read. */
export async function factorsOf(tx: Tx, personId: string) {
  const passkeys = await tx.db.passkey.count({ where: { personId } });
  const authenticator = await tx.db.authenticator.findUnique({ where: { personId } });
  const codes = await tx.db.recoveryCode.count({ where: { personId, usedAt: null } });
  return { passkeys, authenticator, codes };
}

/** Which of them prove something now. */
export async function factorsEnrolled(tx: Tx, personId: string): Promise<Factor[]> {
  const { passkeys, authenticator } = await factorsOf(tx, personId);
  return [
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(authenticator?.confirmedAt ? (['authenticator'] as const) : []),
  ];
}

/** Counts a wrong code of the app. */
export async function countMiss(tx: Tx, personId: string, misses: number, now: Date): Promise<void> {
  const began = misses === 0 ? { missesSince: now } : {};
  await tx.db.authenticator.update({ where: { personId }, data: { misses: misses + 1, ...began } });
}

export async function setFactorAtSignIn(tx: Tx, personId: string, factorAtSignIn: boolean): Promise<void> {
  await tx.db.person.update({ where: { id: personId }, data: { factorAtSignIn } });
}

/** A secret that waits for its first code; takes the place of one that waited before. */
export async function keepSecret(tx: Tx, personId: string, secret: string, now: Date): Promise<void> {
  const data = { secret, confirmedAt: null, lastStep: null, misses: 0, missesSince: null, createdAt: now };
  await tx.db.authenticator.upsert({ where: { personId }, create: { personId, ...data }, update: data });
}

/** Marks a step's code as used; null for `confirmedAt` leaves it. */
export async function takeStep(tx: Tx, personId: string, step: number, confirmedAt?: Date): Promise<void> {
  await tx.db.authenticator.update({
    where: { personId },
    data: { lastStep: BigInt(step), ...(confirmedAt ? { confirmedAt } : {}) },
  });
}

export async function removeAuthenticator(tx: Tx, personId: string): Promise<number> {
  return (await tx.db.authenticator.deleteMany({ where: { personId } })).count;
}

/** Marks the code as used; false where there is none such, or it was used. */
export async function spendRecoveryCode(
  tx: Tx,
  personId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.db.recoveryCode.updateMany({
    where: { personId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Puts these codes in the place of all that were there. */
export async function replaceRecoveryCodes(tx: Tx, personId: string, codeHashes: string[]): Promise<void> {
  await tx.db.recoveryCode.deleteMany({ where: { personId } });
  await tx.db.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ personId, codeHash })) });
}

/** After a change of factors: what was proved in other sessions with the factors before serves no more. */
export async function forgetProofs(tx: Tx, personId: string, but: string): Promise<void> {
  await tx.db.session.updateMany({
    where: { personId, id: { not: but } },
    data: { provedAt: null, provedBy: null },
  });
}

/** Takes away everything that somebody proves themselves with: for whoever has lost all of it, by the operator's hand. */
export async function forgetFactors(tx: Tx, personId: string): Promise<void> {
  await tx.db.passkey.deleteMany({ where: { personId } });
  await removeAuthenticator(tx, personId);
  await replaceRecoveryCodes(tx, personId, []);
  await setFactorAtSignIn(tx, personId, true);
}

/** How many codes this session has asked for lately. Calls for the same session wait for each other. */
export async function codesAskedLately(tx: Tx, sessionId: string, now: Date): Promise<number> {
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`confirm ${sessionId}`}, 0))`;
  const since = new Date(now.getTime() - PROOF_MINUTES * 60_000);
  return tx.db.stepUpCode.count({ where: { sessionId, createdAt: { gt: since } } });
}

export async function addCode(tx: Tx, sessionId: string, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + PROOF_MINUTES * 60_000);
  const row = await tx.db.stepUpCode.create({ data: { sessionId, createdAt: now, expiresAt } });
  return row.id;
}

/** Gives a code that is still open another hash, and answers where its mail goes; null where it is used or over. */
export async function renewCode(
  tx: Tx,
  of: { id: string; codeHash: string; now: Date },
): Promise<string | null> {
  const { id, codeHash, now } = of;
  const { count } = await tx.db.stepUpCode.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { codeHash },
  });
  if (count === 0) return null;
  const row = await tx.db.stepUpCode.findUniqueOrThrow({
    where: { id },
    select: { session: { select: { person: { select: { email: true } } } } },
  });
  return row.session.person.email;
}

/** The newest code of the session, held: used once, and every wrong try counts. */
export async function lockedCode(tx: Tx, sessionId: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "step_up_code" WHERE "sessionId" = ${sessionId}::uuid FOR UPDATE`;
  return tx.db.stepUpCode.findFirst({ where: { sessionId }, orderBy: { createdAt: 'desc' } });
}

export async function countCodeTry(tx: Tx, id: string): Promise<number> {
  return (await tx.db.stepUpCode.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
}

export async function spendCode(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.db.stepUpCode.update({ where: { id }, data: { usedAt: now, codeHash: null } });
}
