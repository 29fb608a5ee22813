import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SpanStatusCode } from '@opentelemetry/api';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { handlers } from '@/lib/money/payments/handlers';
import { askForExternalId } from '@/lib/platform/broker-line/ask';
import { adoptDatabase, database, openDatabase } from '@/lib/platform/db/client';
import { work } from '@/lib/platform/doors/job';
import { env, forgetEnv } from '@/lib/platform/env';
import { adoptQueue, openQueue, queue } from '@/lib/platform/jobs/queue';
import { inSpan, tracer } from '@/lib/platform/tracing/span';
import { startTracing } from '@/lib/platform/tracing/start';
import { answerCalls } from '@/lib/processes/broker-calls';
import { openTill, payment, row } from '@/tests/fixtures/till';

/** What a collector is sent, as far as it is looked at here: OTLP, as JSON. */
const Sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.unknown()) }),
      scopeSpans: z.array(z.object({ spans: z.array(z.unknown()) })),
    }),
  ),
});
const Attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const Sole = z
  .object({
    traceId: z.string(),
    spanId: z.string(),
    parentSpanId: z.string().optional(),
    name: z.string(),
    kind: z.number(),
    attributes: z.array(Attribute),
    events: z.array(z.unknown()).default([]),
    status: z.unknown(),
  })
  .transform(({ attributes, ...span }) => ({
    ...span,
    facts: Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
  }));
type Sole = z.output<typeof Sole>;
const CLIENT = 3;

const spans: Sole[] = [];
const services = new Set<unknown>();
let collector: Server;
let stop: () => Promise<void>;
let till: Awaited<ReturnType<typeof openTill>>;
let boss: PgBoss;

const listen = async (server: Server) => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    for (const { resource, scopeSpans } of Sent.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      .resourceSpans) {
      for (const { key, value } of z.array(Attribute).parse(resource.attributes))
        if (key === 'service.name') services.add(value.stringValue);
      spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => Sole.parse(span))));
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = await listen(collector);
  forgetEnv();
  stop = await startTracing();
  till = await openTill();
  boss = await openQueue(env.WORKER_DATABASE_URL, 'works');
  // Before anything is asked for: so whatever the job joins, it was told of by what it carries.
  await work(boss, handlers);
});

afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  forgetEnv();
  await boss?.stop();
  await till?.close();
  collector?.close();
});

/** Whether each charge's job has carried a trace, the oldest first. The queue is the database owner's to look into. */
async function carriedByJobs(): Promise<boolean[]> {
  const owner = openDatabase(env.DATABASE_URL, 1);
  try {
    const rows = await owner.$queryRaw<{ carried: boolean }[]>`
      SELECT trace_context IS NOT NULL AS carried FROM pgboss.job WHERE name = 'payments.charge' ORDER BY created_on`;
    return rows.map(({ carried }) => carried);
  } finally {
    await owner.$disconnect();
  }
}

/** Serves the calls to the broker while something is done. */
async function asBroker(work: () => Promise<void>): Promise<void> {
  const server = createServer(answerCalls((_, response) => response.writeHead(404).end()));
  const own = openDatabase(env.BROKER_DATABASE_URL, 2);
  const before = database();
  adoptDatabase(own);
  process.env.BROKER_URL = await listen(server);
  forgetEnv();
  try {
    await work();
  } finally {
    adoptDatabase(before);
    await own.$disconnect();
    server.close();
  }
}

/** A call to the broker that it takes and refuses: there is no such connection. */
async function askInVain(): Promise<void> {
  const nobody = crypto.randomUUID();
  await expect(askForExternalId({ connectionId: nobody, personId: nobody })).rejects.toThrow();
}

/** From a span up to where it began. */
function pathOf(span: Sole): string[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(parent ? pathOf(parent) : [])];
}

test('one trace leads from a press by the job to the call that Stripe gets, and to the broker', async () => {
  const { paymentId } = await payment(till.bank);
  await vi.waitFor(async () => expect((await row(paymentId)).status).toBe('succeeded'), {
    timeout: 30_000,
    interval: 50,
  });
  await asBroker(() => inSpan('a page that asks', {}, askInVain));
  const watched = tracer().startSpan('GET', { attributes: { 'http.target': '/api/health?ready' } });
  expect(watched.isRecording()).toBe(false);
  // As Next tells of a page, and pg-boss of a job that failed.
  const page = tracer().startSpan('GET /sign-in/link?token=SECRET', {
    attributes: { 'http.target': '/sign-in/link?token=SECRET' },
  });
  page.recordException(new Error('550 SECRET@people.test'));
  page.setStatus({ code: SpanStatusCode.ERROR, message: 'SECRET' });
  page.end();
  await boss.stop();
  await stop();

  const press = spans.find(({ name }) => name === 'payments.approve');
  expect(press).toBeDefined();
  expect(press?.facts).toMatchObject({ 'groundcrew.outcome': 'done' });
  const toStripe = spans.filter(
    ({ kind, traceId, facts }) => kind === CLIENT && traceId === press?.traceId && facts['url.path'],
  );
  const made = toStripe.find(({ facts }) => facts['url.path'] === '/v1/payment_intents');
  expect(made?.facts).toMatchObject({
    'http.request.method': 'POST',
    'server.address': '127.0.0.1',
    'server.port': till.bank.sandbox.port,
    'http.response.status_code': 200,
  });
  expect(pathOf(made!)).toEqual([
    'POST 127.0.0.1',
    'process payments.charge',
    'send payments.charge',
    'payments.approve',
  ]);
  const job = spans.find(({ spanId }) => spanId === made?.parentSpanId);
  expect(job?.facts['groundcrew.call_id']).toBe(press?.facts['groundcrew.call_id']);

  const answered = spans.find(({ name }) => name === '/external-ids');
  expect(answered?.facts['groundcrew.outcome']).toBe('not_found');
  expect(pathOf(answered!)).toEqual(['/external-ids', 'a page that asks']);

  expect([...services]).toEqual(['groundcrew-setup']);
  expect(spans.filter(({ name }) => name === 'GET')).toEqual([]);
  // The collector itself is called outside of all traces, and no query and no body is in any.
  const told = JSON.stringify(spans);
  expect(spans.filter(({ facts }) => facts['url.path'] === '/v1/traces')).toEqual([]);
  expect(told).not.toContain('?');
  expect(spans.map(({ name }) => name)).toContain('GET /sign-in/link');
  expect(told).not.toContain('SECRET');
  expect(told).not.toContain(env.STRIPE_SECRET_KEY);
}, 60_000);

test('where no collector is named, nothing is traced and a job carries nothing', async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  forgetEnv();
  const end = await startTracing();
  await inSpan('nothing', {}, async (span) => expect(span.isRecording()).toBe(false));
  await (await queue()).stop();
  adoptQueue(undefined);
  await payment(till.bank);
  expect(await carriedByJobs()).toEqual([true, false]);
  await end();
});
