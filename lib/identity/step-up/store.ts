import { PROOF_MINUTES } from '@/lib/core/step-up';
import { earlier, later, MINUTE } from '@/lib/core/time';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** How many codes this session has asked for lately. Calls for the same session wait for each other. */
export async function codesAskedLately(tx: Tx, sessionId: string, now: Date): Promise<number> {
  await rowsOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`confirm ${sessionId}`}, 0))`;
  const since = earlier(now, PROOF_MINUTES * MINUTE);
  return rowsOf(tx).stepUpCode.count({ where: { sessionId, createdAt: { gt: since } } });
}

export async function insertCode(tx: Tx, sessionId: string, now: Date): Promise<string> {
  const expiresAt = later(now, PROOF_MINUTES * MINUTE);
  const row = await rowsOf(tx).stepUpCode.create({ data: { sessionId, createdAt: now, expiresAt } });
  return row.id;
}

/** Gives a code that is still open another hash, and answers where its mail goes; null where it is used or over. */
export async function renewCode(
  tx: Tx,
  of: { id: string; codeHash: string; now: Date },
): Promise<string | null> {
  const { id, codeHash, now } = of;
  const { count } = await rowsOf(tx).stepUpCode.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { codeHash },
  });
  if (count === 0) return null;
  const row = await rowsOf(tx).stepUpCode.findUniqueOrThrow({
    where: { id },
    select: { session: { select: { person: { select: { email: true } } } } },
  });
  return row.session.person.email;
}

/** The newest code of the session, held: used once, and every wrong try counts. */
export async function lockedCode(tx: Tx, sessionId: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "step_up_code" WHERE "sessionId" = ${sessionId}::uuid FOR UPDATE`;
  return rowsOf(tx).stepUpCode.findFirst({ where: { sessionId }, orderBy: { createdAt: 'desc' } });
}

export async function updateCodeTries(tx: Tx, id: string): Promise<number> {
  return (await rowsOf(tx).stepUpCode.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
}

export async function spendCode(tx: Tx, id: string, now: Date): Promise<void> {
  await rowsOf(tx).stepUpCode.update({ where: { id }, data: { usedAt: now, codeHash: null } });
}
