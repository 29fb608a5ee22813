import type { PgBoss } from 'pg-boss';
import { forgetEnv } from '@/lib/platform/env';
import { forgetBroker } from '@/lib/vendors/aws/entry';

type Pool = { end(): Promise<void> };
const kept = globalThis as {
  groundcrewTestStart?: NodeJS.ProcessEnv;
  groundcrewDatabase?: { $disconnect(): Promise<void> };
  groundcrewTurns?: Pool;
  groundcrewLimits?: { pool: Pool };
  groundcrewQueue?: Promise<PgBoss>;
};
kept.groundcrewTestStart ??= { ...process.env };
const start = kept.groundcrewTestStart;

/** Closes what a process opens once and keeps, and takes back its settings: the next file begins as a new process would. */
export async function leaveLastFile(): Promise<void> {
  await Promise.all([
    kept.groundcrewDatabase?.$disconnect(),
    kept.groundcrewTurns?.end(),
    kept.groundcrewLimits?.pool.end(),
    kept.groundcrewQueue?.then((boss) => boss.stop({ graceful: false })),
  ]);
  for (const name of ['Database', 'Turns', 'Limits', 'Queue', 'Metrics', 'Log'])
    delete (kept as Record<string, unknown>)[`groundcrew${name}`];
  for (const name of Object.keys(process.env)) if (!(name in start)) delete process.env[name];
  Object.assign(process.env, start);
  forgetBroker();
  forgetEnv();
}
