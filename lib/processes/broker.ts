import { createServer } from 'node:http';
import * as activity from '@/lib/access/activity/handlers';
import * as connections from '@/lib/access/checks/handlers';
import { wakeAll } from '@/lib/access/provisioning/commands';
import * as grants from '@/lib/access/provisioning/handlers';
import { stopProofs } from '@/lib/access/teardown/proofs';
import { endTurns } from '@/lib/access/turns/turn';
import { VENDOR } from '@/lib/core/rights';
import { listen } from '@/lib/platform/announce/listen';
import { database, databaseUrl } from '@/lib/platform/db/client';
import { work } from '@/lib/platform/doors/job';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { queue } from '@/lib/platform/jobs/queue';
import { startSweeps } from '@/lib/platform/jobs/sweep';
import { log } from '@/lib/platform/log/logger';
import { metricsText } from '@/lib/platform/metrics/metrics';
import { requireReady } from '@/lib/platform/postgres/ready';
import { startTracing } from '@/lib/platform/tracing/start';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { wireAll } from '@/lib/wiring/wire';
import { answerCalls, forgetCalls } from './broker-calls';
import { answerHealth } from './health';

/** The broker: the one process with AWS keys and ExternalIds. Any number of them may run. */
wireAll();
const stopTracing = await startTracing();
await requireReady();
const boss = await queue();
await work(boss, [...connections.brokerHandlers, ...grants.brokerHandlers, ...activity.brokerHandlers]);
await perform(VENDOR, (tx) => wakeAll(tx, VENDOR));
const sweeps = startSweeps([
  ...DEADLINES.broker,
  ...connections.brokerSweeps,
  ...grants.brokerSweeps,
  ...activity.brokerSweeps,
  { name: 'calls too old to be made again', run: forgetCalls },
]);
const listening = await listen(
  databaseUrl(),
  ['clock'],
  () => sweeps.now(),
  () => sweeps.now(),
);
const health = answerHealth({
  ready: async () => {
    await requireReady();
    return { ok: true };
  },
  metrics: metricsText,
});
const http = createServer(answerCalls(health));
await new Promise<void>((resolve, reject) => {
  http.once('error', reject);
  // The web alone may call, from this machine or a private network; the seal says that it is the web.
  http.listen(env.BROKER_PORT, new URL(env.BROKER_URL).hostname.replace(/^\[|\]$/g, ''), resolve);
});
log().info({ port: env.BROKER_PORT }, 'broker works');

let stopping = false;

/** Finishes what it has begun with AWS; what it cannot finish in time is taken up by whoever runs next. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  stopProofs();
  http.close();
  await listening.close();
  await sweeps.stop();
  await boss.stop({ graceful: true, timeout: 8_000 });
  http.closeAllConnections();
  await endTurns();
  await database().$disconnect();
  await stopTracing();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
