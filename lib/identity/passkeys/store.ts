import { DAY, earlier, later, MINUTE } from '@/lib/core/time';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';

/** Rows of passkeys and of what they are asked to sign. Instants are wall time. */

/** Good for as long as a person looks for their key. */
const CHALLENGE_MINUTES = 5;

export type Asked = { purpose: 'enrol' | 'sign_in' | 'step_up' } & (
  | { sessionId: string }
  | { tabHash: string }
);

export async function insertChallenge(tx: Tx, asked: Asked, challenge: string, now: Date): Promise<void> {
  const expiresAt = later(now, CHALLENGE_MINUTES * MINUTE);
  await rowsOf(tx).passkeyChallenge.create({ data: { ...asked, challenge, expiresAt } });
}

/** Spends a challenge; false where it was not asked like this, was spent, or is too old. */
export async function spendChallenge(tx: Tx, asked: Asked, challenge: string, now: Date): Promise<boolean> {
  const { count } = await rowsOf(tx).passkeyChallenge.updateMany({
    where: { ...asked, challenge, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Challenges that nobody answered are of no use to anybody. */
export async function deleteChallenges(tx: Tx, now: Date): Promise<void> {
  await rowsOf(tx).passkeyChallenge.deleteMany({
    where: { expiresAt: { lt: earlier(now, DAY) } },
  });
}

export async function passkeysOf(tx: Tx, personId: string) {
  return rowsOf(tx).passkey.findMany({ where: { personId }, orderBy: { createdAt: 'asc' } });
}

/** The passkey, held: its counter goes on by one use at a time. */
export async function lockedPasskey(tx: Tx, credentialId: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "passkey" WHERE "credentialId" = ${credentialId} FOR UPDATE`;
  return rowsOf(tx).passkey.findUnique({ where: { credentialId } });
}

export async function insertPasskey(
  tx: Tx,
  of: {
    personId: string;
    credentialId: string;
    publicKey: Uint8Array;
    counter: bigint;
    transports: string[];
    name: string;
    createdAt: Date;
  },
): Promise<void> {
  await rowsOf(tx).passkey.create({ data: { ...of, publicKey: new Uint8Array(of.publicKey) } });
}

export async function updateUse(tx: Tx, id: string, counter: bigint, now: Date): Promise<void> {
  await rowsOf(tx).passkey.update({ where: { id }, data: { counter, lastUsedAt: now } });
}

export async function updatePasskeyName(
  tx: Tx,
  of: { id: string; personId: string; name: string },
): Promise<number> {
  const { id, personId, name } = of;
  return (await rowsOf(tx).passkey.updateMany({ where: { id, personId }, data: { name } })).count;
}

export async function deletePasskey(tx: Tx, of: { id: string; personId: string }): Promise<number> {
  return (await rowsOf(tx).passkey.deleteMany({ where: of })).count;
}

/** All of a person's: for whoever has lost them, by the operator's hand. */
export async function deletePasskeys(tx: Tx, personId: string): Promise<void> {
  await rowsOf(tx).passkey.deleteMany({ where: { personId } });
}
