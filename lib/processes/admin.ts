import { Refusal } from '@/lib/core/refusal';
import { addressField } from '@/lib/core/text';
import { resetFactors } from '@/lib/identity/admins/commands';
import { INVITATION_MINUTES } from '@/lib/identity/admins/rules';
import { insertInvitation } from '@/lib/identity/admins/store';
import { openDatabase } from '@/lib/platform/db/client';
import { transaction } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { addressesOf } from '@/lib/platform/postgres/addresses';
import { lookAt } from '@/lib/platform/postgres/mode';
import { hashOf, newSecret } from '@/lib/platform/session/person';
import { runCommand, startProblem } from './start/problem';

/**
 * `npm run admin -- you@example.com`: prints a link that makes whoever opens it an admin, once, within the hour, and only
 * while they are signed in with that address. Whoever can run this has the database anyway.
 */
async function invite(text: string | undefined): Promise<void> {
  const address = addressField.safeParse(text);
  if (!address.success)
    throw startProblem(`${address.error.issues[0]?.message}\nUse: npm run admin -- you@example.com`);
  await lookAt(addressesOf(env).owner, env.MODE);
  const database = openDatabase(env.DATABASE_URL, 1);
  try {
    const token = newSecret();
    const of = {
      email: address.data,
      tokenHash: hashOf(token),
      now: new Date(),
      minutes: INVITATION_MINUTES,
    };
    await transaction((tx) => insertInvitation(tx, of), { db: database });
    process.stdout.write(
      `Sign in at ${env.APP_URL} as ${address.data}, then open this link. It works once, for an hour:\n` +
        `${env.APP_URL}/sign-in/admin?token=${token}\n`,
    );
  } finally {
    await database.$disconnect();
  }
}

/** `npm run admin -- --reset-factors them@example.com`: for somebody who has lost all that they confirm with. */
async function reset(text: string | undefined): Promise<void> {
  const address = addressField.safeParse(text);
  if (!address.success)
    throw startProblem(
      `${address.error.issues[0]?.message}\nUse: npm run admin -- --reset-factors them@example.com`,
    );
  await lookAt(addressesOf(env).owner, env.MODE);
  const database = openDatabase(env.DATABASE_URL, 1);
  try {
    await transaction((tx) => resetFactors(tx, address.data), { db: database });
    process.stdout.write(
      `${address.data} now signs in by email alone, until they set up a passkey or an authenticator app again. All their sessions have ended.\n`,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw startProblem(`No one signs in with ${address.data}. Nothing changed.`);
  } finally {
    await database.$disconnect();
  }
}

const [first, second] = process.argv.slice(2);
await runCommand(() => (first === '--reset-factors' ? reset(second) : invite(first)));
