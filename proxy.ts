import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/platform/env';
import { networkOf } from '@/lib/platform/limits/network';
import { log } from '@/lib/platform/log/logger';
import { isOurs } from '@/lib/platform/posted/origin';
import { isForm } from '@/lib/platform/posted/posted';
import { type Unsent, unsentOf } from '@/lib/platform/posted/unsent';

/**
 * Headers for every page: a nonce for scripts and styles, a request id, and who may frame, measure or listen to us.
 * No authorisation here: that stands in commands and queries (six bypasses of this layer in two years say why). What Next
 * itself would fall over is answered here, under the same headers.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { response, policy } = await answer(request);
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

async function answer(request: NextRequest): Promise<{ response: NextResponse; policy: string }> {
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

  const wrong = unreadable(request);
  if (!wrong) {
    const why = await whyUnsent(request);
    const response = why
      ? NextResponse.rewrite(givenBack(request, why), { request: { headers } })
      : NextResponse.next({ request: { headers } });
    return { response, policy };
  }
  const { status, message } = wrong;
  const callId = headers.get('x-request-id');
  log().info({ door: 'proxy', callId, code: status, network: headers.get('x-client-address') }, 'refused');
  const type = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { response: new NextResponse(`${message}\n`, { status, headers: type }), policy };
}

/** What no page and no door can read: Next would answer it with an error of its own, and log a stack. */
function unreadable(request: NextRequest): { status: number; message: string } | null {
  const { pathname } = request.nextUrl;
  try {
    decodeURIComponent(pathname);
  } catch {
    return { status: 400, message: `This address is damaged. Check the link, or start at ${env.APP_URL}` };
  }
  // Forms of pages; routes read what they are sent themselves.
  if (request.method !== 'POST' || pathname.startsWith('/api/')) return null;
  if (!isOurs(request.headers))
    return {
      status: 403,
      message: 'This form was sent from another site. Open the page here and try again.',
    };
  const type = request.headers.get('content-type') ?? '';
  if (/^\s*multipart\//i.test(type) && !isForm(type))
    return { status: 400, message: 'This form arrived incomplete. Go back to the page and send it again.' };
  return null;
}

/** Forms hold texts alone; what is larger is Next's to refuse. */
const MOST_FORM = 256 * 1024;

/** Why a form that was posted without JavaScript cannot reach its door; null: it can. */
async function whyUnsent(request: NextRequest): Promise<Unsent | null> {
  const { headers, method, nextUrl } = request;
  if (method !== 'POST' || headers.has('next-action') || nextUrl.pathname.startsWith('/api/')) return null;
  if (!headers.get('content-type')?.startsWith('multipart/form-data')) return null;
  if (Number(headers.get('content-length') ?? 0) > MOST_FORM) return null;
  const form = await request
    .clone()
    .formData()
    .catch(() => null);
  return form && unsentOf(form, nextUrl.pathname, isKnownAction);
}

/** Where such a form is given back, with the way back that a redirect has named. */
function givenBack({ nextUrl, url }: NextRequest, why: Unsent): URL {
  const address = new URL('/api/unsent', url);
  address.searchParams.set('why', why);
  address.searchParams.set('next', nextUrl.searchParams.get('next') ?? nextUrl.pathname + nextUrl.search);
  return address;
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

/**
 * Everything but the build's own files, whose names are hashes and which no page is. `/_next/staticX` is a page that does
 * not exist, and so are `/favicon.ico` and `/_next/image`: they have the headers of one.
 */
export const config = {
  matcher: [{ source: '/((?!_next/static/).*)' }],
};
