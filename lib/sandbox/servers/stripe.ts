import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi, type Flight } from '@/lib/sandbox/stripe/api';
import { answerControl } from '@/lib/sandbox/stripe/control';
import { startDeliverer } from '@/lib/sandbox/stripe/deliveries';
import { isForeign, isLoopbackHost, readBody, sendJson } from '@/lib/sandbox/stripe/http';
import { answerPage } from '@/lib/sandbox/stripe/pages/pages';
import type { Sandbox } from '@/lib/sandbox/stripe/sandbox';
import { openStore } from '@/lib/sandbox/stripe/store';

export type StripeSandboxOptions = {
  /** 0 lets the system choose. */
  port: number;
  host?: string;
  /** A file's path, or ':memory:'. */
  database: string;
  secretKey: string;
  /** Where people's browsers find it, when that is another name than the one it listens on. */
  publicUrl?: string;
  webhook: { url: string; secret: string } | null;
};

export type StripeSandbox = { url: string; port: number; close(): Promise<void> };

/** Stripe's wire protocol on this machine: same client, same errors, no money. */
export async function startStripeSandbox(options: StripeSandboxOptions): Promise<StripeSandbox> {
  const host = options.host ?? '127.0.0.1';
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new Error('The Stripe sandbox listens on this machine only.');
  }
  const sandbox: Sandbox = {
    store: openStore(options.database),
    secretKey: options.secretKey,
    webhook: options.webhook,
    origin: '',
    wake: () => {},
  };
  const flight: Flight = { keys: new Set(), held: new Set() };
  const server = createServer((request, response) => {
    answer(sandbox, flight, request, response).catch((thrown: unknown) => {
      process.stderr.write(`Stripe sandbox: ${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: { type: 'api_error', message: 'The sandbox made a mistake.' } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  sandbox.origin = options.publicUrl ?? url;
  const deliverer = startDeliverer(sandbox);
  sandbox.wake = deliverer.wake;
  return {
    url,
    port,
    async close() {
      for (const release of flight.held) release();
      await deliverer.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      sandbox.store.close();
    },
  };
}

async function answer(
  sandbox: Sandbox,
  flight: Flight,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLoopbackHost(request)) {
    sendJson(response, 421, { error: 'This name isn’t this sandbox’s.' });
    return;
  }
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', sandbox.origin);
  const body = await readBody(request);
  if (body === null) {
    sendJson(response, 413, { error: 'Too large.' });
  } else if (url.pathname.startsWith('/v1/')) {
    await answerApi(sandbox, flight, request, url, body, response);
  } else if (url.pathname === '/health') {
    sendJson(response, 200, { ok: true });
  } else if (method !== 'GET' && isForeign(request)) {
    sendJson(response, 403, { error: 'Another site can’t change the sandbox.' });
  } else if (url.pathname.startsWith('/_sandbox/')) {
    const { status, value } = answerControl(sandbox, flight, method, url.pathname, body);
    sendJson(response, status, value);
  } else {
    answerPage(sandbox, method, url, body, response);
  }
}
