import { cookies, headers } from 'next/headers';
import { env } from '@/lib/platform/env';
import { coarseNetwork } from '@/lib/platform/limits/network';
import { sessionCookie } from '@/lib/platform/session/viewer';
import { SIGN_IN_MINUTES } from './rules';
import type { Confirmed } from './store';

const secure = () => env.APP_URL.startsWith('https:');

const attributes = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const;

/**
 * Holds the id and the secret of the sign-in that this browser asked for, or the secret of what its passkey is to sign.
 * `__Host-` where there is TLS.
 */
type Tab = 'sign-in' | 'passkey';

const tabCookie = (tab: Tab) => (secure() ? `__Host-${tab}` : tab);

export async function readTab(tab: Tab = 'sign-in'): Promise<string | undefined> {
  return (await cookies()).get(tabCookie(tab))?.value;
}

export async function keepTab(value: string, tab: Tab = 'sign-in'): Promise<void> {
  (await cookies()).set(tabCookie(tab), value, { ...attributes(), maxAge: SIGN_IN_MINUTES * 60 });
}

export async function readToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie())?.value;
}

/** Puts a new session into the browser; the sign-in that led to it is over. */
export async function keepSession({ token, expires }: { token: string; expires: Date }): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie(), token, { ...attributes(), expires });
  for (const tab of ['sign-in', 'passkey'] as const)
    if (jar.has(tabCookie(tab))) jar.delete({ name: tabCookie(tab), path: '/', secure: secure() });
}

/** The network that asks, as the trusted proxy names it. */
export async function readNetwork(): Promise<string | null> {
  return (await headers()).get('x-client-address');
}

/** What the door adds where a session is opened: which browser, from where, and whose session it takes the place of. */
export async function readBrowser() {
  const head = await headers();
  return {
    userAgent: head.get('user-agent'),
    address: coarseNetwork(head.get('x-client-address') ?? 'unknown'),
    before: await readToken(),
  };
}

/** The part of next-auth's cookie that its forms send back, where the browser has one. */
export async function readCsrfToken(): Promise<string | undefined> {
  const name = secure() ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token';
  return (await cookies()).get(name)?.value.split('|')[0];
}

/** Whether a form asks to be answered where it stands, and not to be led on. */
export const stays = (form: FormData) => form.get('stay') === 'yes';

/** What an action does once somebody has proved who they are: their browser gets the new token, and they go on. */
export const onward = {
  after: async (value: Confirmed) => {
    if (value.kind === 'in') await keepSession(value);
  },
  to: (value: Confirmed, form: FormData) => (value.kind === 'in' && !stays(form) ? value.to : ''),
  /** The token is for the cookie, which no script reads. */
  tells: () => ({}),
  wrong: (value: Confirmed) => (value.kind === 'wrong' ? value : null),
};

/** The same where a code is typed: what was wrong is said beside it. */
export const onwardByCode = {
  ...onward,
  wrong: (value: Confirmed) => (value.kind === 'wrong' ? { field: 'code', ...value } : null),
};
