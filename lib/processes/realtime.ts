import { createServer } from 'node:http';
import { database, databaseUrl } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { metricsText } from '@/lib/platform/metrics/metrics';
import { requireReady } from '@/lib/platform/postgres/ready';
import { startTracing } from '@/lib/platform/tracing/start';
import { answerHealth } from '@/lib/processes/health';
import { startRealtime } from '@/lib/processes/realtime/server';
import { wireAll } from '@/lib/wiring/wire';

/** The realtime process: sockets beside the web, so that a restart of one does not drop the other. */
wireAll();
const stopTracing = await startTracing();
await requireReady();
const http = createServer(
  answerHealth({
    ready: async () => {
      await requireReady();
      return { ok: true };
    },
    metrics: metricsText,
  }),
);
const realtime = await startRealtime(http, { databaseUrl: databaseUrl(), appUrl: env.APP_URL });
await new Promise<void>((resolve, reject) => {
  http.once('error', reject);
  http.listen(env.REALTIME_PORT, env.HOST, resolve);
});
log().info({ port: env.REALTIME_PORT }, 'realtime listens');

async function stop(): Promise<void> {
  await realtime.close();
  await database().$disconnect();
  await stopTracing();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
