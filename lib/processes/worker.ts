import * as audit from '@/lib/audit/handlers';
import * as auth from '@/lib/auth/handlers';
import * as clients from '@/lib/clients/handlers';
import { database, databaseUrl } from '@/lib/db/client';
import { requireReady } from '@/lib/db/ready';
import * as demo from '@/lib/demo/handlers';
import { work } from '@/lib/doors/job';
import { env } from '@/lib/env';
import * as experts from '@/lib/experts/handlers';
import * as feed from '@/lib/feed/handlers';
import { queue } from '@/lib/jobs/queue';
import { startSweeps } from '@/lib/jobs/sweep';
import { log } from '@/lib/log/logger';
import { metricsText } from '@/lib/log/metrics';
import * as members from '@/lib/members/handlers';
import * as notifications from '@/lib/notifications/handlers';
import * as payments from '@/lib/payments/handlers';
import * as people from '@/lib/people/handlers';
import * as proposals from '@/lib/proposals/handlers';
import { listen } from '@/lib/realtime/listen';
import * as requests from '@/lib/requests/handlers';
import * as closed from '@/lib/responses/handlers-closed';
import { wireAll } from '@/lib/wiring/wire';
import { serveHealth } from './health';

/** The worker: Stripe, mail, and everything that the clock does outside AWS. Any number of them may run. */
wireAll();
await requireReady();
const boss = await queue();
await work(boss, [
  ...auth.handlers,
  ...feed.handlers,
  ...clients.handlers,
  ...members.handlers,
  ...notifications.handlers,
  ...payments.handlers,
  ...people.handlers,
]);
const sweeps = startSweeps([
  ...requests.sweeps,
  ...clients.sweeps,
  ...experts.sweeps,
  ...members.sweeps,
  ...proposals.sweeps,
  ...closed.sweeps,
  ...payments.sweeps,
  ...feed.sweeps,
  ...notifications.sweeps,
  ...audit.sweeps,
  ...demo.sweeps,
]);
const listening = await listen(
  databaseUrl(),
  ['clock'],
  () => sweeps.now(),
  () => sweeps.now(),
);
const health = await serveHealth({
  port: env.WORKER_PORT,
  ready: async () => {
    await requireReady();
    return { ok: true };
  },
  metrics: metricsText,
});
log().info({ port: env.WORKER_PORT }, 'worker works');

/** Finishes what it has begun; what it cannot finish in time is taken up again by whoever runs next. */
async function stop(): Promise<void> {
  await listening.close();
  await sweeps.stop();
  await boss.stop({ graceful: true, timeout: 8_000 });
  await health.close();
  await database().$disconnect();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
