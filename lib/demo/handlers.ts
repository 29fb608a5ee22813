import { clockOffset } from '@/lib/platform/db/clock';
import { env } from '@/lib/platform/env';
import type { Sweep } from '@/lib/platform/jobs/sweep';
import { tellSandboxes } from './sandboxes';

/**
 * Sandboxes that follow the application's clock. Whoever moves it tells them at once; this tells them where that came to
 * nothing, for with another time in AWS what an expert does there would be looked for in the wrong days.
 */
export function keepTime(): Sweep {
  let told: number | null = null;
  return {
    name: 'demo.keepTime',
    run: async () => {
      if (env.MODE !== 'demo') return 0;
      const offsetMs = await clockOffset();
      if (offsetMs !== told && (await tellSandboxes(offsetMs))) told = offsetMs;
      return 0;
    },
  };
}

export const sweeps: Sweep[] = [keepTime()];
