import type { Job as Delivered, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import type { Job } from '@/lib/platform/jobs/job';
import { log } from '@/lib/platform/log/logger';
import { nameCall } from '@/lib/platform/tracing/span';

/** What a job does: a vendor call between two `perform`s. It may run twice: what it did before must be found, not done again. */
export type Handler<Schema extends z.ZodType = z.ZodType> = {
  job: Job<Schema>;
  /** How many of it one process does at a time. */
  atOnce: number;
  handle: (payload: z.output<Schema>, context: { callId: string; signal: AbortSignal }) => Promise<void>;
};

/** Pairs a job with what does it. */
export function handler<Schema extends z.ZodType>(
  of: Job<Schema>,
  handle: Handler<Schema>['handle'],
  atOnce = 4,
): Handler {
  return { job: of, handle, atOnce } as unknown as Handler;
}

/** The door for jobs: listens for each job and runs its handler; an error goes back to the queue to be tried again. */
export async function work(boss: PgBoss, handlers: readonly Handler[]): Promise<void> {
  for (const handler of handlers)
    for (let place = 0; place < handler.atOnce; place += 1)
      await workOn(boss, handler, place === 0 ? LOOKS_EVERY : LOOKS_EVERY_AT_REST);
}

/**
 * Whatever is enqueued wakes all places of its job at once. To look again is for what becomes due by itself, a job that is
 * tried again above all: one place of each does it in time, so that an idle process asks Postgres little.
 */
const LOOKS_EVERY = 2;
const LOOKS_EVERY_AT_REST = 30;

async function workOn(boss: PgBoss, { job, handle }: Handler, looksEvery: number): Promise<void> {
  let worker: string | undefined;
  worker = await boss.work(
    job.name,
    { batchSize: 1, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: looksEvery },
    async ([delivered]: Delivered<{ callId: string; payload: unknown }>[]) => {
      if (!delivered) return;
      const { callId, payload } = delivered.data;
      const began = performance.now();
      nameCall(callId);
      try {
        await handle(job.schema.parse(payload), { callId, signal: delivered.signal });
        log().info({ job: job.name, callId, ms: Math.round(performance.now() - began) }, 'job done');
      } catch (error) {
        log().warn({ job: job.name, callId, err: error }, 'job failed, will be tried again');
        throw error;
      } finally {
        // Where queues notify, pg-boss rests after a job, whatever waits: it is told to look again at once.
        if (worker) boss.notifyWorker(worker);
      }
    },
  );
}
