import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';

const waiting = new Map<string, NodeJS.Timeout>();

/** A proof looks for some seconds, in a turn of its own: so few at a time leave turns to those who are ending an access. */
const AT_ONCE = 4;
let proving = 0;
const inLine: (() => void)[] = [];

/** Proves while no more than a few others do in this broker. */
export async function amongFew<T>(prove: () => Promise<T>): Promise<T> {
  if (proving >= AT_ONCE) await new Promise<void>((resolve) => inLine.push(resolve));
  else proving += 1;
  try {
    return await prove();
  } finally {
    const next = inLine.shift();
    if (next) next();
    else proving -= 1;
  }
}

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
