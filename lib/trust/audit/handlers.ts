import { CLOCK } from '@/lib/core/rights';
import { DAY } from '@/lib/core/time';
import { perform } from '@/lib/platform/doors/perform';
import { log } from '@/lib/platform/log/logger';
import { metrics } from '@/lib/platform/metrics/metrics';
import { seal } from './commands';
import { brokenSeal } from './queries';

const VERIFY_EVERY_MS = DAY;
let verifyAt = 0;
let walking: Promise<void> | null = null;

/** Walks the whole chain and says aloud where a seal does not fit; the metric keeps saying it. */
export async function verify(): Promise<void> {
  const position = await brokenSeal();
  metrics().brokenSeal.set(Number(position ?? 0));
  if (position !== null)
    log().fatal({ position: String(position) }, 'the audit was changed: a seal does not fit');
}

/** Once a day, and when a worker starts, by the wall clock. The walk may be long: the other sweeps do not wait for it. */
async function verifyDaily(): Promise<number> {
  if (walking || Date.now() < verifyAt) return 0;
  verifyAt = Date.now() + VERIFY_EVERY_MS;
  walking = verify()
    .catch((error: unknown) => {
      verifyAt = 0;
      log().error({ err: error }, 'the audit could not be verified, will be tried again');
    })
    .finally(() => {
      walking = null;
    });
  return 0;
}

export const sweeps = [
  { name: 'audit.seal', run: () => perform(CLOCK, (tx) => seal(tx, CLOCK)) },
  { name: 'audit.verify', run: verifyDaily },
];
