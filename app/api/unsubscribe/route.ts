import { VENDOR } from '@/lib/core/rights';
import { unsubscribe } from '@/lib/notifications/preferences/commands';
import { readUnsubscribeToken } from '@/lib/notifications/preferences/unsubscribe';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';

/** The form of the page sends less than this, and so does a mailbox. */
const LARGEST = 4096;

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';
const pageOf = (token: string, more = '') =>
  new URL(`/unsubscribe?token=${encodeURIComponent(token)}${more}`, env.APP_URL).href;

/** Opened by a person, or fetched by something that looks at the links of mails: it only leads to the page with the button. */
export function GET(request: Request): Response {
  return Response.redirect(pageOf(tokenOf(request)), 303);
}

/**
 * RFC 8058: a mailbox posts `List-Unsubscribe=One-Click`, without a cookie and from no page of ours; our own page posts
 * `from=page`. The signature in the address is the whole of what is asked for.
 */
export async function POST(request: Request): Promise<Response> {
  const token = tokenOf(request);
  const meant = readUnsubscribeToken(token);
  const body = await request.text();
  if (!meant || body.length > LARGEST) return new Response(null, { status: 400 });
  await perform(VENDOR, (tx) => unsubscribe(tx, VENDOR, meant));
  if (new URLSearchParams(body).get('from') === 'page')
    return Response.redirect(pageOf(token, '&done=1'), 303);
  return new Response('You’re unsubscribed from these emails.\n', {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
