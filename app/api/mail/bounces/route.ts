import { createHash, timingSafeEqual } from 'node:crypto';
import { VENDOR } from '@/lib/core/rights';
import { stopMail } from '@/lib/notifications/bounces/commands';
import { readReport } from '@/lib/notifications/bounces/reports';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';

/** SNS sends at most this much. */
const LARGEST = 256 * 1024;

/** Takes in a mail service's word that an address refuses mail, or that its owner complained. The token is all that it has. */
export async function POST(request: Request): Promise<Response> {
  if (!env.MAIL_BOUNCE_TOKEN) return new Response(null, { status: 404 });
  if (!holdsToken(request.headers.get('authorization') ?? '', env.MAIL_BOUNCE_TOKEN))
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Basic realm="bounces"' } });
  const body = await request.text();
  if (body.length > LARGEST) return new Response(null, { status: 413 });
  const reported = readReport(body);
  if (!reported) return new Response(null, { status: 422 });
  for (const one of reported) await perform(VENDOR, (tx) => stopMail(tx, VENDOR, one));
  return new Response(null, { status: 204 });
}

/** As a bearer, or as the password of any name: a subscription of SNS can hold those in its address and nothing else. */
function holdsToken(given: string, token: string): boolean {
  const [scheme = '', value = ''] = given.split(' ', 2);
  const told =
    scheme.toLowerCase() === 'bearer'
      ? value
      : scheme.toLowerCase() === 'basic'
        ? Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':')
        : '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(told), hash(token));
}
