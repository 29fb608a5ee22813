import { readId } from '@/lib/core/id';
import { database } from '@/lib/db/client';
import { hashOf } from './person';
import { sameHash } from './secrets';

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

/** The address that a link signs in, for whoever holds the link; null where it is used or none of ours. */
export async function addressOfLink(token: string): Promise<string | null> {
  const row = await database().signIn.findUnique({
    where: { linkHash: hashOf(token) },
    select: { email: true, usedAt: true, expiresAt: true },
  });
  return row && !row.usedAt && row.expiresAt > new Date() ? row.email : null;
}
