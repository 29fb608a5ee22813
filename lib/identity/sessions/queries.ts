import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { sessionHolds } from '@/lib/platform/session/person';
import { browserName } from './rules';

export type OwnSession = {
  id: string;
  browser: string;
  /** The network that it was opened from, coarse; null where that is not known. */
  network: string | null;
  since: Date;
  lastSeenAt: Date;
  current: boolean;
  /** The email or the provider was right, and the second factor is still to be given. */
  awaitsFactor: boolean;
};

/** The viewer's open sessions, this one first. Wall time. */
export async function sessionsOf(viewer: Viewer): Promise<OwnSession[]> {
  if (viewer.kind !== 'person') return [];
  const rows = await database().session.findMany({
    where: { personId: viewer.personId, expires: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
  });
  return rows
    .filter((row) => sessionHolds(row))
    .map((row) => ({
      id: row.id,
      browser: browserName(row.userAgent),
      network: row.address === 'unknown' ? null : row.address,
      since: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      current: row.id === viewer.sessionId,
      awaitsFactor: row.awaitsFactor,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}
