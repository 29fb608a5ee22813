import * as demo from '@/lib/demo/handlers';
import * as addresses from '@/lib/identity/addresses/handlers';
import * as memberInvitations from '@/lib/identity/member-invitations/handlers';
import * as signIn from '@/lib/identity/sign-in/handlers';
import * as stepUp from '@/lib/identity/step-up/handlers';
import * as proposals from '@/lib/job/proposals/handlers';
import * as advice from '@/lib/market/advice/handlers';
import * as certifications from '@/lib/market/certifications/handlers';
import * as clients from '@/lib/market/clients/handlers';
import * as drafts from '@/lib/market/drafts/handlers';
import * as responses from '@/lib/market/responses/handlers';
import * as savedSearches from '@/lib/market/saved-searches/handlers';
import * as methods from '@/lib/money/methods/handlers';
import * as payments from '@/lib/money/payments/handlers';
import * as stripeEvents from '@/lib/money/stripe-events/handlers';
import * as notifications from '@/lib/notifications/delivery/handlers';
import { listen } from '@/lib/platform/announce/listen';
import { database, databaseUrl } from '@/lib/platform/db/client';
import { work } from '@/lib/platform/doors/job';
import { env } from '@/lib/platform/env';
import { queue } from '@/lib/platform/jobs/queue';
import { startSweeps } from '@/lib/platform/jobs/sweep';
import { log } from '@/lib/platform/log/logger';
import { metricsText } from '@/lib/platform/metrics/metrics';
import { requireReady } from '@/lib/platform/postgres/ready';
import { startTracing } from '@/lib/platform/tracing/start';
import * as audit from '@/lib/trust/audit/handlers';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { wireAll } from '@/lib/wiring/wire';
import { serveHealth } from './health';

/** The worker: Stripe, mail, and everything that the clock does outside AWS. Any number of them may run. */
wireAll();
const stopTracing = await startTracing();
await requireReady();
const boss = await queue();
await work(boss, [
  ...addresses.handlers,
  ...savedSearches.handlers,
  ...clients.handlers,
  ...memberInvitations.handlers,
  ...notifications.handlers,
  ...methods.handlers,
  ...payments.handlers,
  ...stripeEvents.handlers,
  ...signIn.handlers,
  ...stepUp.handlers,
]);
const sweeps = startSweeps([
  ...DEADLINES.worker,
  ...advice.sweeps,
  ...drafts.sweeps,
  ...certifications.sweeps,
  ...proposals.sweeps,
  ...responses.sweeps,
  ...payments.sweeps,
  ...savedSearches.sweeps,
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
  await stopTracing();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
