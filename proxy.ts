import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { networkOf } from '@/lib/doors/network';
import { unsentOf } from '@/lib/doors/unsent';
import { env } from '@/lib/env';

/**
 * Headers for every page: a nonce for scripts and styles, a request id, and who may frame, measure or listen to us.
 * No authorisation here: that stands in commands and queries (six bypasses of this layer in two years say why).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  // Whatever a client sends under our own names is not ours.
  for (const name of ['x-nonce', 'x-request-id', 'x-client-address', 'x-address', 'content-security-policy'])
    headers.delete(name);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', randomUUID());
  headers.set('x-client-address', clientAddress(request));
  headers.set('x-address', addressOf(request));
  headers.set('content-security-policy', policy);

  const response = (await isUnsent(request))
    ? NextResponse.rewrite(new URL('/api/unsent', request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set(
    'permissions-policy',
    'camera=(), microphone=(), display-capture=(), geolocation=(), payment=()',
  );
  if (env.APP_URL.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return response;
}

/** Forms hold texts alone; what is larger is Next's to refuse. */
const MOST_FORM = 256 * 1024;

/** Whether a form that was posted without JavaScript cannot reach its door. */
async function isUnsent(request: NextRequest): Promise<boolean> {
  const { headers, method, nextUrl } = request;
  if (method !== 'POST' || headers.has('next-action') || nextUrl.pathname.startsWith('/api/')) return false;
  if (!headers.get('content-type')?.startsWith('multipart/form-data')) return false;
  if (Number(headers.get('content-length') ?? 0) > MOST_FORM) return false;
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  return form !== null && unsentOf(form, nextUrl.pathname, isKnownAction) !== null;
}

let actions: ReadonlySet<string> | null | undefined;

/** Whether this build has the action. In development it changes as one writes, so all are taken for known. */
function isKnownAction(id: string): boolean {
  if (process.env.NODE_ENV !== 'production') return true;
  actions ??= readActions();
  return actions === null || actions.has(id);
}

function readActions(): ReadonlySet<string> | null {
  try {
    const file = join(
      /* turbopackIgnore: true */ process.cwd(),
      '.next/server/server-reference-manifest.json',
    );
    return new Set(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { node: object }).node));
  } catch {
    return null;
  }
}

/** What was asked for, with its query: where somebody comes back to who must sign in first. */
function addressOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.searchParams);
  // Next's own, by which its router asks for a part of a page.
  query.delete('_rsc');
  return query.size > 0 ? `${nextUrl.pathname}?${query}` : nextUrl.pathname;
}

function contentPolicy(nonce: string): string {
  const realtime = env.REALTIME_URL.replace(/^http/, 'ws');
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    // React's development build evaluates strings; nothing else may.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${realtime}${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Posting a form may lead on to where the vendor lets a person pay or enter AWS.
    `form-action 'self' ${env.SANDBOX_STRIPE_URL ?? 'https://checkout.stripe.com'} ${env.SANDBOX_AWS_URL ?? 'https://*.aws.amazon.com'}${env.OIDC_ISSUER ? ` ${new URL(env.OIDC_ISSUER).origin}` : ''}`,
  ].join('; ');
}

/** The network address, as the one trusted proxy before us names it: the last of X-Forwarded-For. */
function clientAddress(request: NextRequest): string {
  return networkOf(request.headers.get('x-forwarded-for')?.split(',').at(-1) ?? '127.0.0.1');
}

export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|icon.svg|favicon.ico).*)' }],
};
