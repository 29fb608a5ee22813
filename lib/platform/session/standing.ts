import type { Viewer } from '@/lib/core/rights';
import { database } from '@/lib/platform/db/client';
import { personOfSession } from './person';

/**
 * What the frame of every page is drawn from: who one is, and as what, in which customers and companies. Not what was
 * proved lately, which passes by itself.
 */
export function standingOf(viewer: Viewer): string {
  if (viewer.kind === 'nobody') return '';
  const { personId, name, email, admin, suspended, timeZone, customers, companies } = viewer;
  return JSON.stringify([personId, name, email, admin, suspended, timeZone, customers, companies]);
}

/** Whether a person is no longer who they were when they knocked: a new name, another membership, no session any more. */
export async function standsElsewhere(before: Viewer): Promise<boolean> {
  if (before.kind === 'nobody') return false;
  const now = await personOfSession(database(), { id: before.sessionId });
  return standingOf(now) !== standingOf(before);
}
