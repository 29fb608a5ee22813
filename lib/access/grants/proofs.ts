import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';

const waiting = new Map<string, NodeJS.Timeout>();

/**
 * Proves as soon as the denial has had its time to spread, to the moment and not to the queue's next look. The queue
 * holds the same job a little later: should this process end before, it is done then.
 */
export function proveSoon(grantId: string, prove: () => Promise<void>): void {
  clearTimeout(waiting.get(grantId));
  const timer = setTimeout(
    () => {
      waiting.delete(grantId);
      prove().catch((error: unknown) =>
        log().warn({ err: error, grantId }, 'not proven yet, the queue tries again'),
      );
    },
    env.AWS_PROPAGATION_SECONDS * 1000 + 50,
  );
  waiting.set(grantId, timer);
}

/** Before the process ends: what was waiting is left to the queue. */
export function stopProofs(): void {
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
}
