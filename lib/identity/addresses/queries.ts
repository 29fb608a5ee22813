import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { hashOf } from '@/lib/platform/session/person';
import type { ProofPurpose } from './rules';

export type OwnAddress = {
  proofId: string;
  email: string;
  purpose: ProofPurpose;
  state: 'proven' | 'asked' | 'expired';
  /** Until when the link is good, where one was sent; until when it holds, where it was opened. */
  expiresAt: Date;
};

/** The viewer's other addresses, each once, the latest first: for requests, and the one that is to be their own. Wall time. */
export async function addressesOf(viewer: Viewer): Promise<OwnAddress[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().addressProof.findMany({
    where: {
      personId: viewer.personId,
      email: { not: viewer.email },
      OR: [{ purpose: 'contact' }, { purpose: 'sign_in', verifiedAt: null }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
  const now = new Date();
  const latest = new Map<string, OwnAddress>();
  for (const { id, email, purpose, verifiedAt, expiresAt } of rows) {
    const key = purpose === 'contact' ? `contact ${email.toLowerCase()}` : purpose;
    const state = expiresAt <= now ? 'expired' : verifiedAt ? 'proven' : 'asked';
    if (!latest.has(key) || state === 'proven')
      latest.set(key, { proofId: id, email, purpose: purpose as ProofPurpose, state, expiresAt });
  }
  // A change that was never confirmed is over: there is nothing to do about it.
  return [...latest.values()].filter((row) => row.purpose === 'contact' || row.state === 'asked');
}

/** What a link proves, for whoever holds it; null where it is used, over, or none of ours. */
export async function proofOfLink(
  token: string,
): Promise<{ email: string; purpose: ProofPurpose; name: string; personId: string } | null> {
  const row = await database().addressProof.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!row || row.verifiedAt || row.expiresAt <= new Date()) return null;
  const person = await database().person.findUniqueOrThrow({
    where: { id: row.personId },
    select: { name: true },
  });
  const { email, personId } = row;
  return { email, personId, purpose: row.purpose as ProofPurpose, name: person.name };
}
