import { readId } from '@/lib/core/id';
import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { sameHash } from '@/lib/platform/session/codes';
import { hashOf } from '@/lib/platform/session/person';

/** The address to which this tab's mail goes; null where the tab has not asked, or too long ago. */
export async function addressOfTab(cookie: string | undefined): Promise<string | null> {
  const [id, secret] = (cookie ?? '').split('.');
  if (!id || !secret || !readId(id)) return null;
  const row = await database().signIn.findUnique({
    where: { id },
    select: { email: true, tabHash: true, expiresAt: true },
  });
  if (!row || row.expiresAt <= new Date() || !sameHash(row.tabHash, hashOf(secret))) return null;
  return row.email;
}

/** Whose sign-in still awaits its second factor in this browser, and what they can give; null where none does. */
export async function awaitingPerson(token: string | undefined) {
  if (!token) return null;
  const row = await database().session.findFirst({
    where: { tokenHash: hashOf(token), awaitsFactor: true, expires: { gt: new Date() } },
    select: {
      person: {
        select: {
          id: true,
          name: true,
          email: true,
          authenticator: { select: { confirmedAt: true } },
          _count: { select: { passkeys: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { id: personId, name, email, authenticator, _count } = row.person;
  return { personId, name, email, passkey: _count.passkeys > 0, app: Boolean(authenticator?.confirmedAt) };
}

/** The address that a link signs in, for whoever holds the link; null where it is used or none of ours. */
export async function addressOfLink(token: string): Promise<string | null> {
  const row = await database().signIn.findUnique({
    where: { linkHash: hashOf(token) },
    select: { email: true, usedAt: true, expiresAt: true },
  });
  return row && !row.usedAt && row.expiresAt > new Date() ? row.email : null;
}

/** Whether an OpenID Connect identity opens the viewer's account. */
export async function hasIdentity(viewer: Viewer): Promise<boolean> {
  if (viewer.kind !== 'person') return false;
  return (await database().account.count({ where: { personId: viewer.personId } })) > 0;
}
