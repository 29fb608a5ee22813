import type { Proof } from '@/lib/core/step-up';
import { announce } from '@/lib/platform/announce/announce';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { hashOf, newSecret, SESSION_HOURS } from '@/lib/platform/session/person';
import { asksFactor, type Lately, nameFromAddress, SIGN_IN_MINUTES } from './rules';
import { factorsEnrolled, lockFactors } from './store-factors';

/** Instants here are wall time: the demo's clock must not sign anybody out, nor keep a link alive. */
const minutesFrom = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** For the cookie; only its hash is kept. */
export type NewToken = { token: string; expires: Date };
/** The same for a session that was opened: where it awaits a second factor, it is nobody's until then. */
export type Opened = NewToken & { awaitsFactor: boolean };

/** How many mails were asked for lately to one address, and how many of them from one network. Calls for the same address wait for each other. */
export async function askedLately(
  tx: Tx,
  of: { email: string; networkHash: string | null; now: Date },
): Promise<Lately> {
  const { email, networkHash, now } = of;
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign_in ${email}`}, 0))`;
  const where = { email, createdAt: { gt: minutesFrom(now, -SIGN_IN_MINUTES) } };
  const all = await tx.db.signIn.count({ where });
  return { all, here: await tx.db.signIn.count({ where: { ...where, networkHash } }) };
}

/** How many wrong codes came within a day for one address, and how many of them for mails that one network asked for. */
export async function wrongLately(
  tx: Tx,
  of: { email: string; networkHash: string | null; now: Date },
): Promise<Lately> {
  const { email, networkHash, now } = of;
  const where = { email, createdAt: { gt: minutesFrom(now, -24 * 60) } };
  const sum = async (narrower: object) =>
    (await tx.db.signIn.aggregate({ where: { ...where, ...narrower }, _sum: { tries: true } }))._sum.tries ??
    0;
  return { all: await sum({}), here: await sum({ networkHash }) };
}

export async function addSignIn(
  tx: Tx,
  of: { email: string; next: string | null; tabHash: string; networkHash: string | null; now: Date },
): Promise<string> {
  const { email, next, tabHash, networkHash, now } = of;
  const { id } = await tx.db.signIn.create({
    data: { email, next, tabHash, networkHash, createdAt: now, expiresAt: minutesFrom(now, SIGN_IN_MINUTES) },
    select: { id: true },
  });
  return id;
}

/** Gives a sign-in that is still open new secrets, and answers its address; null where it is used, void or over. */
export async function renewSecrets(
  tx: Tx,
  of: { id: string; linkHash: string; codeHash: string; now: Date },
): Promise<string | null> {
  const { id, linkHash, codeHash, now } = of;
  const { count } = await tx.db.signIn.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { linkHash, codeHash },
  });
  if (count === 0) return null;
  return (await tx.db.signIn.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;
}

/** A sign-in by its id or its link, held: a code sent twice at once is used once, and every wrong try counts. */
export async function lockedSignIn(tx: Tx, by: { id: string } | { linkHash: string }) {
  const row = await tx.db.signIn.findUnique({ where: by as { id: string }, select: { id: true } });
  if (!row) return null;
  await tx.db.$queryRaw`SELECT 1 FROM "sign_in" WHERE id = ${row.id}::uuid FOR UPDATE`;
  const held = await tx.db.signIn.findUniqueOrThrow({ where: { id: row.id } });
  // A link that was renewed while we waited is not the link that was opened.
  return 'linkHash' in by && held.linkHash !== by.linkHash ? null : held;
}

export async function countTry(tx: Tx, id: string): Promise<number> {
  return (await tx.db.signIn.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
}

export async function spend(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.db.signIn.update({ where: { id }, data: { usedAt: now, linkHash: null, codeHash: null } });
}

const ENTERING = {
  id: true,
  admin: true,
  customers: { select: { customerId: true } },
  companies: { select: { companyId: true } },
} as const;

export async function personById(tx: Tx, id: string) {
  return tx.db.person.findUniqueOrThrow({ where: { id }, select: ENTERING });
}

/** Whoever has this address, which they have just proved; made where it is new. */
export async function personByAddress(tx: Tx, email: string, now: Date) {
  await tx.db.person.createMany({
    data: [
      {
        email,
        name: nameFromAddress(email, env.OPERATOR_NAME),
        emailVerified: now,
        createdAt: await tx.now(),
      },
    ],
    skipDuplicates: true,
  });
  await tx.db.person.updateMany({ where: { email, emailVerified: null }, data: { emailVerified: now } });
  return tx.db.person.findUniqueOrThrow({ where: { email }, select: ENTERING });
}

/**
 * Opens a session and ends the one whose cookie it takes the place of. The token is for the cookie; only its hash stays.
 * Whoever has enrolled a second factor and did not sign in by it gets one that awaits it, and is over soon.
 */
export async function openSession(
  tx: Tx,
  of: {
    personId: string;
    userAgent?: string | null;
    before?: string | null;
    /** The network, as coarse as it is shown. */
    address?: string | null;
    /** What the sign-in itself has proved. */
    proved?: Proof | null;
    /** For the demo's people, whom anybody may be by one press. */
    asksNothing?: boolean;
    now: Date;
  },
): Promise<Opened> {
  const { personId, userAgent, before, address, proved, now } = of;
  if (before) await endSession(tx, { tokenHash: hashOf(before) });
  const byFactor = Boolean(proved) && proved !== 'email';
  const awaitsFactor = !byFactor && !of.asksNothing && (await mustGiveFactor(tx, personId));
  const token = newSecret();
  const expires = minutesFrom(now, awaitsFactor ? SIGN_IN_MINUTES : SESSION_HOURS * 60);
  await tx.db.session.create({
    data: {
      personId,
      tokenHash: hashOf(token),
      createdAt: now,
      lastSeenAt: now,
      expires,
      userAgent: userAgent?.slice(0, 200) || null,
      address: address ?? null,
      awaitsFactor,
      ...(proved && !awaitsFactor ? { provedAt: now, provedBy: proved } : {}),
    },
  });
  return { token, expires, awaitsFactor };
}

async function mustGiveFactor(tx: Tx, personId: string): Promise<boolean> {
  const person = await tx.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { admin: true, factorAtSignIn: true },
  });
  return asksFactor({ ...person, factors: await factorsEnrolled(tx, personId) });
}

/** Notes that the session's person has proved to be there, and gives it another token: the one before is void. */
export async function stepUp(tx: Tx, of: { sessionId: string; proved: Proof; now: Date }): Promise<NewToken> {
  const { sessionId: id, proved, now } = of;
  const token = newSecret();
  const { expires } = await tx.db.session.update({
    where: { id },
    data: { tokenHash: hashOf(token), provedAt: now, provedBy: proved, lastSeenAt: now },
    select: { expires: true },
  });
  return { token, expires };
}

/**
 * The session that still awaits its factor, held: given twice at once, it is given once. Null where the sign-in is over.
 * Calls about the person's factors wait for each other, and this is one.
 */
export async function awaitingSession(tx: Tx, tokenHash: string, now: Date) {
  const where = { tokenHash, awaitsFactor: true, expires: { gt: now } };
  const found = await tx.db.session.findFirst({ where, select: { id: true, personId: true } });
  if (!found) return null;
  await lockFactors(tx, found.personId);
  await tx.db.$queryRaw`SELECT 1 FROM "session" WHERE id = ${found.id}::uuid FOR UPDATE`;
  return tx.db.session.findFirst({ where, select: { id: true, personId: true } });
}

export async function countFactorTry(tx: Tx, id: string): Promise<number> {
  return (await tx.db.session.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
}

/** The factor was given: the session is its person's now, for its whole length and under another token. */
export async function finishSignIn(
  tx: Tx,
  of: { sessionId: string; proved: Proof; now: Date },
): Promise<NewToken> {
  const { sessionId: id, proved, now } = of;
  const token = newSecret();
  const expires = minutesFrom(now, SESSION_HOURS * 60);
  await tx.db.session.update({
    where: { id },
    data: {
      tokenHash: hashOf(token),
      awaitsFactor: false,
      tries: 0,
      provedAt: now,
      provedBy: proved,
      lastSeenAt: now,
      expires,
    },
  });
  return { token, expires };
}

/** Ends sessions and closes what is open under them. Answers how many there were: none is no error. */
export async function endSession(
  tx: Tx,
  which: { tokenHash: string } | { id?: string | { not: string }; personId: string },
): Promise<number> {
  const rows = await tx.db.session.findMany({ where: which, select: { id: true } });
  for (const { id } of rows) await announce(tx, { what: 'session', sessionId: id });
  return (await tx.db.session.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } })).count;
}

export async function lockedInvitation(tx: Tx, tokenHash: string) {
  await tx.db.$queryRaw`SELECT 1 FROM "admin_invitation" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  return tx.db.adminInvitation.findUnique({ where: { tokenHash } });
}

export async function makeAdmin(
  tx: Tx,
  of: { invitationId: string; personId: string; now: Date },
): Promise<void> {
  await tx.db.adminInvitation.update({ where: { id: of.invitationId }, data: { usedAt: of.now } });
  await tx.db.person.update({ where: { id: of.personId }, data: { admin: true } });
}

export async function addInvitation(
  tx: Tx,
  of: { email: string; tokenHash: string; now: Date; minutes: number },
) {
  const { email, tokenHash, now, minutes } = of;
  await tx.db.adminInvitation.create({
    data: { email, tokenHash, createdAt: now, expiresAt: minutesFrom(now, minutes) },
  });
}
