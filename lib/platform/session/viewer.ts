import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { wayBack } from '@/lib/core/path';
import { NOBODY, type Person, type Viewer } from '@/lib/core/rights';
import { MINUTE } from '@/lib/core/time';
import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { hashOf, readSession } from './person';

/** next-auth's cookie. `__Host-` binds it to the origin where there is TLS. */
export function sessionCookie(): string {
  return env.APP_URL.startsWith('https:') ? '__Host-next-auth.session-token' : 'next-auth.session-token';
}

/** How exactly a session's last use is known: a write at most this often, not on every page. */
const TOUCH_MS = 5 * MINUTE;

/** Whoever looks at this page or knocks at this door; read once a request. */
export const readViewer = cache(async (): Promise<Viewer> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? viewerOfToken(token) : NOBODY;
});

/** Whoever holds the cookie's token. Notes that the session is in use, so that it does not end for idleness. */
export async function viewerOfToken(token: string): Promise<Viewer> {
  const db = database();
  const session = await readSession(db, { tokenHash: hashOf(token) });
  if (!session) return NOBODY;
  const now = Date.now();
  if (session.lastSeenAt.getTime() + TOUCH_MS <= now)
    await db.session.updateMany({
      where: { id: session.viewer.sessionId, lastSeenAt: session.lastSeenAt },
      data: { lastSeenAt: new Date(now) },
    });
  return session.viewer;
}

/**
 * For pages that make no sense to nobody: the person, or a redirect to sign in and back, to the same query. A suspended person gets no page
 * at all: what a page has read travels to the browser also where the layout shows something else in its place.
 */
export async function requirePerson(next: string): Promise<Person> {
  const viewer = await readViewer();
  if (viewer.kind === 'person' && !viewer.suspended) return viewer;
  const { notFound, redirect } = await import('next/navigation');
  if (viewer.kind === 'person') return notFound();
  const back = wayBack((await headers()).get('x-address'), next);
  return redirect(`/sign-in?next=${encodeURIComponent(back)}`);
}
