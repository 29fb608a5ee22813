import { log } from '@/lib/platform/log/logger';

/** Finds what is due by the application's clock and does it; answers how many, so that a full batch is followed by another. */
export type Sweep = { name: string; run: () => Promise<number> };

/** Sweeps run this often anyway, and at once when the clock is moved. */
const EVERY_MS = 2_000;
/** A batch that always finds something would never let the others run. */
const MOST_ROUNDS = 50;

/** Runs all sweeps in turn until stopped. One at a time in a process; in several processes row locks keep them apart. */
export function startSweeps(sweeps: readonly Sweep[]): { now(): void; stop(): Promise<void> } {
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  async function round(): Promise<void> {
    for (const sweep of sweeps)
      for (let rounds = 0; rounds < MOST_ROUNDS && !stopped; rounds += 1) {
        try {
          if ((await sweep.run()) === 0) break;
        } catch (error) {
          log().error({ err: error, sweep: sweep.name }, 'sweep failed, will run again');
          break;
        }
      }
  }

  function run(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = round().finally(() => {
      running = null;
      if (stopped) return;
      if (again) {
        again = false;
        run();
      } else timer = setTimeout(run, EVERY_MS);
    });
  }

  run();
  return {
    now: run,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
