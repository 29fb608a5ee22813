import type { IncomingMessage, ServerResponse } from 'node:http';

const LARGEST_BODY = 1024 * 1024;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The whole body as text, or null when it is larger than anything that belongs here. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A name that another site made point at this machine is refused, so its pages cannot read ours. */
export function isLoopbackHost(request: IncomingMessage): boolean {
  const host = URL.parse(`http://${request.headers.host ?? ''}`);
  return host !== null && LOOPBACK.has(host.hostname);
}

/** Browsers name the page that sends a form or a fetch; anything but our own pages is foreign. */
export function isForeign(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  return origin !== undefined && origin !== `http://${request.headers.host}`;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to, 'cache-control': 'no-store' });
  response.end();
}
