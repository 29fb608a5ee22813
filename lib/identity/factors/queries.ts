import type { Viewer } from '@/lib/core/rights';
import { mayProceed } from '@/lib/core/step-up';
import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { unsealed } from './secrets';
import { type PendingSecret, pendingOf } from './totp';

/** What the viewer has enrolled, for their own page. */
export async function factorsOf(viewer: Viewer) {
  if (viewer.kind !== 'person') return null;
  const { personId } = viewer;
  const [passkeys, authenticator, codesLeft, person] = await Promise.all([
    database().passkey.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    }),
    database().authenticator.findUnique({ where: { personId }, select: { confirmedAt: true } }),
    database().recoveryCode.count({ where: { personId, usedAt: null } }),
    database().person.findUniqueOrThrow({ where: { id: personId }, select: { factorAtSignIn: true } }),
  ]);
  const { factorAtSignIn: atSignIn } = person;
  return { passkeys, authenticatorSince: authenticator?.confirmedAt ?? null, codesLeft, atSignIn };
}

export type { PendingSecret } from './totp';
export type Factors = NonNullable<Awaited<ReturnType<typeof factorsOf>>>;

/** The secret that waits for its first code, to be taken into an app; only for whoever may change factors now. */
export async function pendingSecret(viewer: Viewer): Promise<PendingSecret | null> {
  if (viewer.kind !== 'person' || viewer.suspended || mayProceed(viewer, 'factors')) return null;
  const { personId, email } = viewer;
  const row = await database().authenticator.findUnique({ where: { personId } });
  if (!row || row.confirmedAt) return null;
  return pendingOf(unsealed(env.NEXTAUTH_SECRET, personId, row.secret), email);
}

/** Whether somebody has enrolled a factor and has no recovery code: whoever loses the one could not come back. */
export async function lacksCodes(viewer: Viewer): Promise<boolean> {
  if (viewer.kind !== 'person' || viewer.factors.length === 0) return false;
  const { personId } = viewer;
  return (await database().recoveryCode.findFirst({ where: { personId, usedAt: null } })) === null;
}
