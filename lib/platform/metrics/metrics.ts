import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { database } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';

type Metrics = {
  registry: Registry;
  calls: Counter<'door' | 'outcome'>;
  refusals: Counter<'door' | 'code'>;
  duration: Histogram<'door'>;
  /** Set by who walks the audit's chain. */
  brokenSeal: Gauge;
};
const kept = globalThis as { groundcrewMetrics?: Metrics };

/** This process's numbers, made once: Next loads modules more than once. */
export function metrics(): Metrics {
  kept.groundcrewMetrics ??= make();
  return kept.groundcrewMetrics;
}

function make(): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ process: env.PROCESS });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  // A gauge reads when it is scraped: no timer, no state.
  new Gauge({
    name: 'groundcrew_grants',
    help: 'Grants by state; revoking and denied_not_deleted are what to watch',
    labelNames: ['status'],
    registers,
    async collect() {
      this.reset();
      const rows = await database().grant.groupBy({ by: ['status'], _count: true });
      for (const row of rows) this.set({ status: row.status }, row._count);
    },
  });
  new Gauge({
    name: 'groundcrew_stripe_events_unhandled',
    help: 'Stripe events about a payment that no one has looked at: refunds and disputes that started there',
    registers,
    async collect() {
      this.set(await database().stripeEvent.count({ where: { unhandledAt: { not: null } } }));
    },
  });
  new Gauge({
    name: 'groundcrew_grant_incidents',
    help: 'Findings in AWS that differ from what was recorded, ever, by kind',
    labelNames: ['kind'],
    registers,
    async collect() {
      this.reset();
      const rows = await database().grantIncident.groupBy({ by: ['kind'], _count: true });
      for (const row of rows) this.set({ kind: row.kind }, row._count);
    },
  });
  new Gauge({
    name: 'groundcrew_grant_unseen_seconds',
    help: 'Age of the oldest check: how long ago the deny of a denied grant was last seen in AWS',
    registers,
    async collect() {
      const [row] = await database().$queryRaw<{ seconds: number | null }[]>`
        SELECT extract(epoch FROM app_now() - min("seenAt"))::float8 AS seconds FROM "grant" WHERE status = 'denied'`;
      this.set(row?.seconds ?? 0);
    },
  });
  return {
    registry,
    calls: new Counter({
      name: 'groundcrew_door_calls_total',
      help: 'Calls through a door by outcome',
      labelNames: ['door', 'outcome'],
      registers,
    }),
    refusals: new Counter({
      name: 'groundcrew_refusals_total',
      help: 'Refusals at a door, by reason; wrong: a wrong code or passkey',
      labelNames: ['door', 'code'],
      registers,
    }),
    brokenSeal: new Gauge({
      name: 'groundcrew_audit_broken_seal',
      help: 'Position of the first audit seal that does not fit its entry; 0 if all do. Checked daily',
      registers,
    }),
    duration: new Histogram({
      name: 'groundcrew_door_seconds',
      help: 'How long a call through a door took',
      labelNames: ['door'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
  };
}

/** Prometheus's text. */
export function metricsText(): Promise<string> {
  return metrics().registry.metrics();
}
