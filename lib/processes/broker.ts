import { createServer } from 'node:http';
import * as activity from '@/lib/activity/handlers';
import * as connections from '@/lib/connections/handlers';
import { VENDOR } from '@/lib/core/rights';
import { database, databaseUrl } from '@/lib/db/client';
import { requireReady } from '@/lib/db/ready';
import { work } from '@/lib/doors/job';
import { perform } from '@/lib/doors/perform';
import { env } from '@/lib/env';
import * as grants from '@/lib/grants/handlers';
import { stopProofs } from '@/lib/grants/proofs';
import { endTurns } from '@/lib/grants/turn';
import { wakeAll } from '@/lib/grants/wake-commands';
import { queue } from '@/lib/jobs/queue';
import { startSweeps } from '@/lib/jobs/sweep';
import { log } from '@/lib/log/logger';
import { metricsText } from '@/lib/log/metrics';
import { listen } from '@/lib/realtime/listen';
import { wireAll } from '@/lib/wiring/wire';
import { answerCalls, forgetCalls } from './broker-calls';
import { answerHealth } from './health';

/** The broker: the one process with AWS keys and ExternalIds. Any number of them may run. */
wireAll();
await requireReady();
const boss = await queue();
await work(boss, [...connections.brokerHandlers, ...grants.brokerHandlers, ...activity.brokerHandlers]);
await perform(VENDOR, (tx) => wakeAll(tx, VENDOR));
const sweeps = startSweeps([
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
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
