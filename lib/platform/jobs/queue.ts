import { fromPrisma, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { databaseUrl } from '@/lib/platform/db/client';
import { rowsOf } from '@/lib/platform/db/rows';
import type { Tx } from '@/lib/platform/db/transaction';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { isTraced } from '@/lib/platform/tracing/span';
import type { Job } from './job';

const kept = globalThis as { groundcrewQueue?: Promise<PgBoss> };

/** Opens pg-boss. Only the worker watches over the queues; only the worker and the broker listen. */
export async function openQueue(url: string, role: 'sends' | 'works' | 'supervises'): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: `groundcrew-${env.PROCESS}-queue`,
    max: role === 'sends' ? 2 : 4,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: role === 'supervises',
    schedule: false,
    useListenNotify: role !== 'sends',
    notifyHeartbeatIntervalMs: 5_000,
    // A job carries the trace of the call that sent it, in a column of pg-boss's own.
    openTelemetry: { enabled: isTraced(), propagateContext: true },
  });
  boss.on('error', (error) => log().error({ err: error }, 'queue error'));
  await boss.start();
  return boss;
}

/** This process's queue. */
export function queue(): Promise<PgBoss> {
  kept.groundcrewQueue ??= openQueue(
    databaseUrl(),
    env.PROCESS === 'worker' ? 'supervises' : env.PROCESS === 'broker' ? 'works' : 'sends',
  );
  return kept.groundcrewQueue;
}

export function adoptQueue(boss: PgBoss | undefined): void {
  kept.groundcrewQueue = boss ? Promise.resolve(boss) : undefined;
}

/**
 * Sends a job inside the transaction: it exists if and only if the change does. A second one of the same name and
 * `key` is not kept while the first has not begun: what it would do, the first will. `startAfter` is a wake-up, never the truth.
 */
export async function enqueue<Schema extends z.ZodType>(
  tx: Tx,
  of: Job<Schema>,
  payload: z.input<Schema>,
  options: { key: string; startAfter?: Date },
): Promise<void> {
  const boss = await queue();
  await boss.send(
    of.name,
    { callId: tx.callId, payload: of.schema.parse(payload) as object },
    {
      db: fromPrisma(rowsOf(tx)),
      retryLimit: of.retries,
      retryDelay: of.retryDelay,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: of.lease,
      singletonKey: options.key,
      ...(options.startAfter ? { startAfter: options.startAfter } : {}),
    },
  );
}
