import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from '@/lib/platform/env';

export type Readiness = { ok: boolean; detail?: string };
type Health = { ready: () => Promise<Readiness>; metrics?: () => Promise<string> };

/** A server of its own for a process that has no pages; `answerHealth` on the port, until it is closed. */
export async function serveHealth(
  of: Health & { port: number },
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(answerHealth(of));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(of.port, env.HOST, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * `/health` answers while the process lives, `/health?ready` asks whether it can work (503 where not), `/metrics` is
 * Prometheus's text, for holders of METRICS_TOKEN, or where none is set, for this machine alone.
 */
export function answerHealth(of: Health): RequestListener {
  return (request, response) => {
    answer(request, of).then(
      ({ status, body, type = 'application/json' }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      },
      () => response.writeHead(500).end(),
    );
  };
}

type Answer = { status: number; body: string; type?: string };

async function answer(request: IncomingMessage, of: Health): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://health');
  if (pathname === '/metrics' && of.metrics) {
    if (!mayMeasure(request)) return { status: 401, body: '{}' };
    return { status: 200, body: await of.metrics(), type: 'text/plain; version=0.0.4; charset=utf-8' };
  }
  if (pathname !== '/health') return { status: 404, body: '{}' };
  if (!searchParams.has('ready')) return { status: 200, body: '{"ok":true}' };
  const readiness = await of.ready().catch((error: Error) => ({ ok: false, detail: error.message }));
  return { status: readiness.ok ? 200 : 503, body: JSON.stringify(readiness) };
}

function mayMeasure(request: IncomingMessage): boolean {
  if (!env.METRICS_TOKEN) return /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '');
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${env.METRICS_TOKEN}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
