import { later, MINUTE } from '@/lib/core/time';
import { SIGN_IN_MINUTES } from '@/lib/identity/sessions/rules';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { type Lately, nameFromAddress } from './rules';

/** Instants here are wall time: the demo's clock must not keep a link alive. */
const minutesFrom = (now: Date, minutes: number) => later(now, minutes * MINUTE);

/** How many mails were asked for lately to one address, and how many of them from one network. Calls for the same address wait for each other. */
export async function askedLately(
  tx: Tx,
  of: { email: string; networkHash: string | null; now: Date },
): Promise<Lately> {
  const { email, networkHash, now } = of;
  await rowsOf(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign_in ${email}`}, 0))`;
  const where = { email, createdAt: { gt: minutesFrom(now, -SIGN_IN_MINUTES) } };
  const all = await rowsOf(tx).signIn.count({ where });
  return { all, here: await rowsOf(tx).signIn.count({ where: { ...where, networkHash } }) };
}

/** How many wrong codes came within a day for one address, and how many of them for mails that one network asked for. */
export async function wrongLately(
  tx: Tx,
  of: { email: string; networkHash: string | null; now: Date },
): Promise<Lately> {
  const { email, networkHash, now } = of;
  const where = { email, createdAt: { gt: minutesFrom(now, -24 * 60) } };
  const sum = async (narrower: object) =>
    (await rowsOf(tx).signIn.aggregate({ where: { ...where, ...narrower }, _sum: { tries: true } }))._sum
      .tries ?? 0;
  return { all: await sum({}), here: await sum({ networkHash }) };
}

export async function insertSignIn(
  tx: Tx,
  of: { email: string; next: string | null; tabHash: string; networkHash: string | null; now: Date },
): Promise<string> {
  const { email, next, tabHash, networkHash, now } = of;
  const { id } = await rowsOf(tx).signIn.create({
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
  const { count } = await rowsOf(tx).signIn.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { linkHash, codeHash },
  });
  if (count === 0) return null;
  return (await rowsOf(tx).signIn.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;
}

/** A sign-in by its id or its link, held: a code sent twice at once is used once, and every wrong try counts. */
export async function lockedSignIn(tx: Tx, by: { id: string } | { linkHash: string }) {
  const row = await rowsOf(tx).signIn.findUnique({ where: by as { id: string }, select: { id: true } });
  if (!row) return null;
  await rowsOf(tx).$queryRaw`SELECT 1 FROM "sign_in" WHERE id = ${row.id}::uuid FOR UPDATE`;
  const held = await rowsOf(tx).signIn.findUniqueOrThrow({ where: { id: row.id } });
  // A link that was renewed while we waited is not the link that was opened.
  return 'linkHash' in by && held.linkHash !== by.linkHash ? null : held;
}

export async function updateTries(tx: Tx, id: string): Promise<number> {
  return (await rowsOf(tx).signIn.update({ where: { id }, data: { tries: { increment: 1 } } })).tries;
}

export async function spendSignIn(tx: Tx, id: string, now: Date): Promise<void> {
  await rowsOf(tx).signIn.update({ where: { id }, data: { usedAt: now, linkHash: null, codeHash: null } });
}

const ENTERING = {
  id: true,
  admin: true,
  customers: { select: { customerId: true } },
  companies: { select: { companyId: true } },
} as const;

export async function personById(tx: Tx, id: string) {
  return rowsOf(tx).person.findUniqueOrThrow({ where: { id }, select: ENTERING });
}

/** Whoever has this address, which they have just proved; made where it is new. */
export async function ensurePerson(tx: Tx, email: string, now: Date) {
  await rowsOf(tx).person.createMany({
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
  await rowsOf(tx).person.updateMany({ where: { email, emailVerified: null }, data: { emailVerified: now } });
  return rowsOf(tx).person.findUniqueOrThrow({ where: { email }, select: ENTERING });
}
