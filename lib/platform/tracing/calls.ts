import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { type Context, context, type Span, SpanKind } from '@opentelemetry/api';
import { fail, tracer } from './span';

/**
 * A span for each HTTP call that goes out: Stripe's, AWS's, the broker's. Node tells of them on its diagnostics channels,
 * so that no adapter knows of it and nothing is patched. Queries are left out: the one of AWS's federation is a credential.
 */
type Told = { request: object; response?: { statusCode?: number }; error?: unknown };
/** What undici, Node's own fetch, tells of a request. */
type Fetched = { origin?: string | URL; path: string; method: string };

const CHANNELS: Record<string, (told: Told) => void> = {
  'http.client.request.created': ({ request }) => {
    const { method, protocol, host, path } = request as ClientRequest;
    // The header has the port too, where it is not the usual one.
    const at = (request as ClientRequest).getHeader('host') ?? host;
    const span = begin(method, new URL(path, `${protocol}//${at}`));
    if (!span) return;
    open.set(request, span);
    (request as ClientRequest).once('close', () => span.end());
  },
  'http.client.response.finish': ({ request, response }) =>
    answered(request, (response as IncomingMessage | undefined)?.statusCode),
  'http.client.request.error': ({ request, error }) => failed(request, error),
  'undici:request:create': ({ request }) => {
    const { method, origin, path } = request as Fetched;
    const span = begin(method, new URL(path, origin));
    if (span) open.set(request, span);
  },
  'undici:request:headers': ({ request, response }) => answered(request, response?.statusCode),
  'undici:request:trailers': ({ request }) => open.get(request)?.end(),
  'undici:request:error': ({ request, error }) => {
    failed(request, error);
    open.get(request)?.end();
  },
};

const open = new WeakMap<object, Span>();
let isSilent: (at: Context) => boolean = () => false;

function begin(method: string, { hostname, port, pathname }: URL): Span | null {
  // What carries the spans away is no span itself.
  if (isSilent(context.active())) return null;
  return tracer().startSpan(`${method} ${hostname}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': method,
      'server.address': hostname,
      ...(port ? { 'server.port': Number(port) } : {}),
      'url.path': pathname,
    },
  });
}

function answered(request: object, status: number | undefined): void {
  const span = open.get(request);
  if (!span || status === undefined) return;
  span.setAttribute('http.response.status_code', status);
  if (status >= 400) fail(span);
}

function failed(request: object, error: unknown): void {
  const span = open.get(request);
  if (span) fail(span, error);
}

/** Begins to listen; answers how to stop. `silent` says of which surroundings no span is to be made. */
export function traceCalls(silent: (at: Context) => boolean): () => void {
  isSilent = silent;
  const listeners = Object.entries(CHANNELS).map(
    ([name, listener]) => [name, (told: unknown) => listener(told as Told)] as const,
  );
  for (const [name, listener] of listeners) subscribe(name, listener);
  return () => {
    for (const [name, listener] of listeners) unsubscribe(name, listener);
  };
}
