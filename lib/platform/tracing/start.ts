import { context, DiagLogLevel, diag, propagation, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { traceCalls } from './calls';
import { isTraced } from './span';

/** How long a span waits for others to be sent with it. */
const WAIT_MS = 2_000;
/** Asked every few seconds by whoever watches us: never the beginning of a trace. */
const WATCHED = /^\/api\/(health|metrics)\b/;

/**
 * Begins to trace where OTEL_EXPORTER_OTLP_ENDPOINT says where to; answers how to stop, which sends what is left. The SDK
 * is loaded only then: to load it takes a tenth of a second and some megabytes. Next and pg-boss make spans of their own
 * by the same API.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  if (!isTraced()) return async () => {};
  const [sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, core, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
    ]);
  const complain = (message: string) => log().warn({ message }, 'tracing');
  const nothing = () => {};
  diag.setLogger(
    { error: complain, warn: complain, info: nothing, debug: nothing, verbose: nothing },
    DiagLogLevel.WARN,
  );
  const share = new sdk.TraceIdRatioBasedSampler(env.OTEL_TRACES_SAMPLER_ARG);
  const provider = new sdk.TracerProvider({
    resource: resources
      .resourceFromAttributes({
        'service.namespace': 'groundcrew',
        'service.name': `groundcrew-${env.PROCESS}`,
      })
      // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    sampler: new sdk.ParentBasedSampler({
      root: {
        shouldSample: (_context, traceId, _name, _kind, attributes) =>
          WATCHED.test(String(attributes['http.target'] ?? ''))
            ? { decision: sdk.SamplingDecision.NOT_RECORD }
            : share.shouldSample(_context, traceId),
        toString: () => `ExceptWatched{${share}}`,
      },
    }),
    // Where to, with which headers and by which certificates, the exporter reads from the standard variables itself.
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: discreet(new OTLPTraceExporter()),
        scheduledDelayMillis: WAIT_MS,
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  const quiet = traceCalls(core.isTracingSuppressed);
  return async () => {
    quiet();
    await provider
      .shutdown()
      .catch((error: unknown) => log().warn({ err: error }, 'the last spans are lost'));
    trace.disable();
    propagation.disable();
    context.disable();
    diag.disable();
  };
}

/**
 * Sends spans without what Next and pg-boss put into them and a collector must not learn: the queries of addresses, where
 * the token of a link to sign in stands, and the messages of errors, which may hold an address or what somebody typed.
 */
function discreet(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(bare), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

const withoutQuery = (text: string) => text.replace(/\?\S*/g, '');

function bare(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).map(([key, value]) => [
      key,
      typeof value === 'string' ? withoutQuery(value) : value,
    ]),
  );
  return Object.create(span, {
    name: { value: withoutQuery(span.name) },
    attributes: { value: attributes },
    events: { value: [] },
    status: { value: { code: span.status.code } },
  }) as ReadableSpan;
}
