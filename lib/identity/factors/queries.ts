import { encode } from 'uqr';
import type { Viewer } from '@/lib/core/rights';
import { mayProceed } from '@/lib/core/step-up';
import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { unsealed } from './secrets';
import { totpAddress } from './totp';

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

export type Factors = NonNullable<Awaited<ReturnType<typeof factorsOf>>>;

export type PendingSecret = { secret: string; qr: { size: number; path: string } };

/** The secret that waits for its first code, to be taken into an app; only for whoever may change factors now. */
export async function pendingSecret(viewer: Viewer): Promise<PendingSecret | null> {
  if (viewer.kind !== 'person' || viewer.suspended || mayProceed(viewer, 'factors')) return null;
  const { personId, email } = viewer;
  const row = await database().authenticator.findUnique({ where: { personId } });
  if (!row || row.confirmedAt) return null;
  const secret = unsealed(env.NEXTAUTH_SECRET, personId, row.secret);
  return { secret, qr: pictureOf(totpAddress(secret, email)) };
}

/** The QR code as the path of an SVG: the page draws it, and no markup comes from elsewhere. */
function pictureOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { border: 0, ecc: 'M' });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join('') };
}
