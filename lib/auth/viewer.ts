import { cookies } from 'next/headers';
import { cache } from 'react';
import { NOBODY, type Person, type Viewer } from '@/lib/core/rights';
import { database } from '@/lib/db/client';
import { env } from '@/lib/env';
import { hashOf, personOfSession } from './person';

/** next-auth's cookie. `__Host-` binds it to the origin where there is TLS. */
export function sessionCookie(): string {
  return env.APP_URL.startsWith('https:') ? '__Host-next-auth.session-token' : 'next-auth.session-token';
}

/** Whoever looks at this page or knocks at this door; read once a request. */
export const readViewer = cache(async (): Promise<Viewer> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? personOfSession(database(), { tokenHash: hashOf(token) }) : NOBODY;
});

/** For pages that make no sense to nobody: the person, or a redirect to sign in and back. */
export async function requirePerson(next: string): Promise<Person> {
  const viewer = await readViewer();
  if (viewer.kind === 'person') return viewer;
  const { redirect } = await import('next/navigation');
  return redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}
