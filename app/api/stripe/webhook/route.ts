import { VENDOR } from '@/lib/core/rights';
import { receiveEvent } from '@/lib/money/stripe-events/commands';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { verifyWebhook } from '@/lib/vendors/stripe/webhook';

/** Stripe's events hold one object; ours are far smaller than this. */
const LARGEST = 256 * 1024;

/** Takes in Stripe's word, on its signature alone: no session, no origin. The raw bytes are what is signed. */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  if (body.length > LARGEST) return new Response(null, { status: 413 });
  const notice = verifyWebhook(
    body,
    request.headers.get('stripe-signature') ?? '',
    env.STRIPE_WEBHOOK_SECRET,
  );
  if (!notice) {
    log().warn('a webhook was refused: no valid signature, or no event under it');
    return new Response(null, { status: 400 });
  }
  await perform(VENDOR, (tx) => receiveEvent(tx, VENDOR, notice));
  return new Response(null, { status: 200 });
}
