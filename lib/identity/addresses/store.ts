import { HOUR, later } from '@/lib/core/time';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { CONTACT_DAYS, KEPT_DAYS, PROOF_HOURS, type ProofPurpose } from './rules';

/** Instants here are wall time: the demo's clock must not keep a link alive. */
const hoursFrom = (now: Date, hours: number) => later(now, hours * HOUR);

/** How many proofs were asked for lately of one address, by all and by whoever asks now: their network, or themselves. Calls for the same address wait for each other. */
export async function askedLately(
  tx: Tx,
  of: { email: string; by: { networkHash: string | null } | { personId: string }; now: Date },
): Promise<{ here: number; all: number }> {
  const { email, by, now } = of;
  await rowsOf(tx)
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address_proof ${email}`}, 0))`;
  const where = { email, purpose: { not: 'former' }, createdAt: { gt: hoursFrom(now, -PROOF_HOURS) } };
  const all = await rowsOf(tx).addressProof.count({ where });
  return { all, here: await rowsOf(tx).addressProof.count({ where: { ...where, ...by } }) };
}

/** Whether the person has proved this address, or asked for the mail and can still use it. */
export async function knownAddress(
  tx: Tx,
  of: { personId: string; email: string; now: Date },
): Promise<'own' | 'proven' | 'asked' | null> {
  const { personId, email, now } = of;
  const own = await rowsOf(tx).person.count({ where: { id: personId, email } });
  if (own > 0) return 'own';
  const rows = await rowsOf(tx).addressProof.findMany({
    where: {
      personId,
      email,
      purpose: 'contact',
      expiresAt: { gt: now },
    },
    select: { verifiedAt: true },
  });
  if (rows.some((row) => row.verifiedAt)) return 'proven';
  return rows.length > 0 ? 'asked' : null;
}

/** Begins a proof. Links of earlier ones for the same are void; what has long expired goes. */
export async function insertProof(
  tx: Tx,
  of: {
    personId: string;
    email: string;
    purpose: ProofPurpose;
    networkHash: string | null;
    now: Date;
  },
): Promise<string> {
  const { personId, email, purpose, networkHash, now } = of;
  // A change of the own address is one at a time, whichever address it is to.
  const same = purpose === 'sign_in' ? { purpose } : { purpose, email };
  await rowsOf(tx).addressProof.updateMany({
    where: { personId, ...same, verifiedAt: null },
    data: { tokenHash: null, expiresAt: now },
  });
  await rowsOf(tx).addressProof.deleteMany({
    where: { personId, verifiedAt: null, createdAt: { lt: hoursFrom(now, -24 * KEPT_DAYS) } },
  });
  const { id } = await rowsOf(tx).addressProof.create({
    data: { personId, email, purpose, networkHash, createdAt: now, expiresAt: hoursFrom(now, PROOF_HOURS) },
    select: { id: true },
  });
  return id;
}

/** Gives a proof that is still open a new link, and answers what its mail says; null where it is over. */
export async function renewLink(tx: Tx, of: { id: string; tokenHash: string; now: Date }) {
  const { id, tokenHash, now } = of;
  const { count } = await rowsOf(tx).addressProof.updateMany({
    where: { id, verifiedAt: null, expiresAt: { gt: now } },
    data: { tokenHash },
  });
  if (count === 0) return null;
  const { personId, email, purpose } = await rowsOf(tx).addressProof.findUniqueOrThrow({ where: { id } });
  const { name } = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true },
  });
  return { email, purpose: purpose as ProofPurpose, name };
}

/** A proof by its link, held: a link that is used twice at once serves once. */
export async function lockedProof(tx: Tx, tokenHash: string) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "address_proof" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  return rowsOf(tx).addressProof.findUnique({ where: { tokenHash } });
}

/** A proof that was given: for requests it holds for a time; a new own address needs none once it has taken its place. */
export async function updateProven(
  tx: Tx,
  of: { id: string; purpose: ProofPurpose; now: Date },
): Promise<void> {
  const { id, purpose, now } = of;
  const expiresAt = purpose === 'contact' ? hoursFrom(now, 24 * CONTACT_DAYS) : now;
  await rowsOf(tx).addressProof.update({
    where: { id },
    data: { verifiedAt: now, expiresAt, tokenHash: null },
  });
}

/**
 * Puts a proved address in the place of the person's own. The address before counts as proven no longer, and is kept as
 * `former` for the mail that tells it; answers that row's id, or null where somebody else has the new address.
 */
export async function updateAddress(
  tx: Tx,
  of: { personId: string; email: string; now: Date },
): Promise<string | null> {
  const { personId, email, now } = of;
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "person" WHERE id = ${personId}::uuid FOR UPDATE`;
  const taken = await rowsOf(tx).person.count({ where: { email, id: { not: personId } } });
  if (taken > 0) return null;
  const before = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true },
  });
  await rowsOf(tx).person.update({ where: { id: personId }, data: { email, emailVerified: now } });
  await rowsOf(tx).addressProof.deleteMany({ where: { personId, email: before.email } });
  const former = await rowsOf(tx).addressProof.create({
    data: { personId, email: before.email, purpose: 'former', createdAt: now, expiresAt: now },
    select: { id: true },
  });
  return former.id;
}

export async function formerAddress(tx: Tx, id: string): Promise<{ email: string; name: string } | null> {
  const row = await rowsOf(tx).addressProof.findFirst({
    where: { id, purpose: 'former' },
    select: { email: true, personId: true },
  });
  if (!row) return null;
  const person = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: row.personId },
    select: { name: true },
  });
  return { email: row.email, name: person.name };
}

/** Forgets an address of the person's; answers how many rows named it. */
export async function deleteAddress(tx: Tx, of: { personId: string; proofId: string }): Promise<number> {
  const row = await rowsOf(tx).addressProof.findFirst({
    where: { id: of.proofId, personId: of.personId, purpose: { not: 'former' } },
    select: { email: true, purpose: true },
  });
  if (!row) return 0;
  const { count } = await rowsOf(tx).addressProof.deleteMany({ where: { personId: of.personId, ...row } });
  return count;
}
