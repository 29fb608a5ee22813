import { randomUUID } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { ownPath } from '@/lib/core/path';
import { NOBODY } from '@/lib/core/rights';
import { HOUR, SECOND } from '@/lib/core/time';
import { noteRefusal } from '@/lib/platform/doors/knock';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { SESSION_HOURS } from '@/lib/platform/session/person';
import { sessionCookie } from '@/lib/platform/session/viewer';
import { adapter, type Opening } from './adapter';
import { factorPage } from './rules';

type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean };

/** The name of the installation's OpenID Connect provider, or null where none is set up. */
export function providerName(): string | null {
  return env.OIDC_ISSUER && env.OIDC_CLIENT_ID ? (env.OIDC_NAME ?? new URL(env.OIDC_ISSUER).hostname) : null;
}

function provider(): OAuthConfig<Claims>[] {
  const name = providerName();
  if (!name) return [];
  return [
    {
      id: 'oidc',
      name,
      type: 'oauth',
      issuer: env.OIDC_ISSUER,
      wellKnown: `${env.OIDC_ISSUER!.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
      profile: ({ sub, name: called, email }) => ({
        id: sub,
        name: called ?? null,
        email: email ?? null,
        image: null,
      }),
    },
  ];
}

/**
 * next-auth does two things here: the OpenID Connect provider, and signing out. Signing in by e-mail is ours
 * (`auth.askSignIn`, `auth.signIn`) and makes the same sessions.
 */
export function authOptions(from: Opening): NextAuthOptions {
  const secure = env.APP_URL.startsWith('https:');
  const maxAge = (SESSION_HOURS * HOUR) / SECOND;
  return {
    secret: env.NEXTAUTH_SECRET,
    adapter: adapter(from),
    providers: provider(),
    // An update only at the end of its life, that is never: 12 hours are absolute.
    session: { strategy: 'database', maxAge, updateAge: maxAge },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in/out', error: '/sign-in' },
    callbacks: {
      // An address that the provider has not verified would be somebody else's way in.
      signIn: ({ profile }) =>
        (profile as Claims | undefined)?.email_verified === true || '/sign-in?error=Unverified',
    },
    logger: {
      error: (code, metadata) => log().error({ code, err: metadata }, 'sign-in library'),
      warn: (code) => log().warn({ code }, 'sign-in library'),
      debug: () => undefined,
    },
  };
}

/**
 * What is ours in the library's answer: a sign-in that was refused is noted, and whoever has signed in at the provider goes
 * on to the factor that they have enrolled, if it is still to be given.
 */
export function onward(response: Response, opening: Opening): Response {
  const location = response.headers.get('location');
  if (!location) return response;
  const { pathname, search, searchParams } = new URL(location, env.APP_URL);
  const error = searchParams.get('error');
  if (error && pathname === '/sign-in') {
    const knocked = { door: 'auth.signInAtProvider', callId: randomUUID(), viewer: NOBODY };
    noteRefusal({ ...knocked, network: opening.network }, 'forbidden', { error: error.slice(0, 40) });
  }
  if (opening.awaitsFactor)
    response.headers.set('location', new URL(factorPage(ownPath(pathname + search)), env.APP_URL).href);
  return response;
}
