import type { Proof } from '@/lib/core/step-up';
import { later, MINUTE } from '@/lib/core/time';
import { announce } from '@/lib/platform/announce/announce';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { hashOf, newSecret, SESSION_HOURS } from '@/lib/platform/session/person';
import { asksFactor, SIGN_IN_MINUTES } from './rules';

/** Instants here are wall time: the demo's clock must not sign anybody out. */
const minutesFrom = (now: Date, minutes: number) => later(now, minutes * MINUTE);

/** For the cookie; only its hash is kept. */
export type NewToken = { token: string; expires: Date };

/** The same for a session that was opened: where it awaits a second factor, it is nobody's until then. */
export type Opened = NewToken & { awaitsFactor: boolean };

/** A wrong code is an outcome, not a refusal: that it was tried must be kept, so the transaction commits. */
export type Confirmed =
  | ({ kind: 'in' } & NewToken & { to: string })
  | { kind: 'wrong'; message: string; about?: string };

/**
 * Opens a session and ends the one whose cookie it takes the place of. The token is for the cookie; only its hash stays.
 * Whoever has enrolled a second factor and did not sign in by it gets one that awaits it, and is over soon.
 */
export async function insertSession(
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
  if (before) await deleteSessions(tx, { tokenHash: hashOf(before) });
  const byFactor = Boolean(proved) && proved !== 'email';
  const awaitsFactor = !byFactor && !of.asksNothing && (await mustGiveFactor(tx, personId));
  const token = newSecret();
  const expires = minutesFrom(now, awaitsFactor ? SIGN_IN_MINUTES : SESSION_HOURS * 60);
  await rowsOf(tx).session.create({
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
  const { admin, factorAtSignIn, authenticator, _count } = await rowsOf(tx).person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      admin: true,
      factorAtSignIn: true,
      authenticator: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
    },
  });
  const enrolled = _count.passkeys > 0 || Boolean(authenticator?.confirmedAt);
  return asksFactor({ enrolled, factorAtSignIn, admin });
}

/** Notes that the session's person has proved to be there, and gives it another token: the one before is void. */
export async function updateProved(
  tx: Tx,
  of: { sessionId: string; proved: Proof; now: Date },
): Promise<NewToken> {
  const { sessionId: id, proved, now } = of;
  const token = newSecret();
  const { expires } = await rowsOf(tx).session.update({
    where: { id },
    data: { tokenHash: hashOf(token), provedAt: now, provedBy: proved, lastSeenAt: now },
    select: { expires: true },
  });
  return { token, expires };
}

const awaiting = (tokenHash: string, now: Date) => ({
  where: { tokenHash, awaitsFactor: true, expires: { gt: now } },
  select: { id: true, personId: true },
});

/** The session that still awaits its factor; null where the sign-in is over. */
export async function awaitingSession(tx: Tx, tokenHash: string, now: Date) {
  return rowsOf(tx).session.findFirst(awaiting(tokenHash, now));
}

/** The same, held: given twice at once, the factor is given once. */
export async function lockedAwaitingSession(tx: Tx, tokenHash: string, now: Date) {
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "session" WHERE "tokenHash" = ${tokenHash} FOR UPDATE`;
  return awaitingSession(tx, tokenHash, now);
}

export async function updateFactorTries(tx: Tx, id: string): Promise<number> {
  return (await rowsOf(tx).session.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
}

/** The factor was given: the session is its person's now, for its whole length and under another token. */
export async function updateSignedIn(
  tx: Tx,
  of: { sessionId: string; proved: Proof; now: Date },
): Promise<NewToken> {
  const { sessionId: id, proved, now } = of;
  const token = newSecret();
  const expires = minutesFrom(now, SESSION_HOURS * 60);
  await rowsOf(tx).session.update({
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

/** After a change of factors: what was proved in other sessions with the factors before serves no more. */
export async function clearProofs(tx: Tx, personId: string, but: string): Promise<void> {
  await rowsOf(tx).session.updateMany({
    where: { personId, id: { not: but } },
    data: { provedAt: null, provedBy: null },
  });
}

/** Ends sessions and closes what is open under them. Answers how many there were: none is no error. */
export async function deleteSessions(
  tx: Tx,
  which: { tokenHash: string } | { id?: string | { not: string }; personId: string },
): Promise<number> {
  const rows = await rowsOf(tx).session.findMany({ where: which, select: { id: true } });
  for (const { id } of rows) await announce(tx, { what: 'session', sessionId: id });
  return (await rowsOf(tx).session.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } })).count;
}

export async function insertTicket(
  tx: Tx,
  of: { hash: string; personId: string; sessionId: string; expiresAt: Date },
): Promise<void> {
  await rowsOf(tx).socketTicket.create({ data: of });
}
