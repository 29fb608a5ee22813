import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';

const WITHIN_MS = 3_000;

/**
 * Tells the sandboxes how far the clock is ahead, so that their sessions and webhooks keep the same time; answers whether all
 * of them know. The offset is absolute: one that missed a message is right again after the next. It is the demo's own
 * set-up, not a vendor's call.
 */
export async function tellSandboxes(offsetMs: number): Promise<boolean> {
  const urls = [env.SANDBOX_AWS_URL, env.SANDBOX_STRIPE_URL].filter((url) => url !== undefined);
  const told = await Promise.allSettled(
    urls.map(async (url) => {
      const answer = await fetch(new URL('/_sandbox/clock', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offsetMs }),
        signal: AbortSignal.timeout(WITHIN_MS),
      });
      if (!answer.ok) throw new Error(`${url} returned ${answer.status}`);
    }),
  );
  for (const result of told)
    if (result.status === 'rejected') log().warn({ err: result.reason }, 'could not tell a sandbox the time');
  return told.every(({ status }) => status === 'fulfilled');
}
