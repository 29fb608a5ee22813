import { createServer } from 'node:http';
import { database, databaseUrl } from '@/lib/db/client';
import { requireReady } from '@/lib/db/ready';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { metricsText } from '@/lib/log/metrics';
import { answerHealth } from '@/lib/processes/health';
import { startRealtime } from '@/lib/realtime/server';
import { wireAll } from '@/lib/wiring/wire';

/** The realtime process: sockets beside the web, so that a restart of one does not drop the other. */
wireAll();
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
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
