import { cookies } from 'next/headers';
import { env } from '@/lib/env';
import { SIGN_IN_MINUTES } from './rules';
import { sessionCookie } from './viewer';

const secure = () => env.APP_URL.startsWith('https:');
const attributes = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const;

/** Holds the id and the secret of the sign-in that this browser asked for. `__Host-` where there is TLS. */
const tabCookie = () => (secure() ? '__Host-sign-in' : 'sign-in');

export async function readTab(): Promise<string | undefined> {
  return (await cookies()).get(tabCookie())?.value;
}

export async function keepTab(value: string): Promise<void> {
  (await cookies()).set(tabCookie(), value, { ...attributes(), maxAge: SIGN_IN_MINUTES * 60 });
}

export async function readToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie())?.value;
}

/** Puts a new session into the browser; the sign-in that led to it is over. */
export async function keepSession({ token, expires }: { token: string; expires: Date }): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie(), token, { ...attributes(), expires });
  jar.delete({ name: tabCookie(), path: '/', secure: secure() });
}

/** The part of next-auth's cookie that its forms send back, where the browser has one. */
export async function readCsrfToken(): Promise<string | undefined> {
  const name = secure() ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token';
  return (await cookies()).get(name)?.value.split('|')[0];
}
