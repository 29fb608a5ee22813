import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isCommand, readControl, runCommand } from '@/lib/sandbox/aws/control';
import type { Raw } from '@/lib/sandbox/aws/operation';
import { answerBrowser } from '@/lib/sandbox/aws/pages/browse';
import { send } from '@/lib/sandbox/aws/reply';
import { answerSigned } from '@/lib/sandbox/aws/signed';
import { isLoopback } from '@/lib/sandbox/aws/template-source';
import { isWireError } from '@/lib/sandbox/aws/wire';
import type { World } from '@/lib/sandbox/aws/world';

const LARGEST_BODY = 8 * 1024 * 1024;
const CONTROL = '/_sandbox/';

const json = (status: number, value: unknown): Raw => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});
const plain = (status: number, body: string): Raw => ({ status, type: 'text/plain; charset=utf-8', body });

/** One address for everything: signed API calls of every service, the pages, and the sandbox's own controls. */
export async function answer(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await route(world, request).catch((error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`AWS sandbox: ${message}\n`);
    return json(500, { code: 'InternalFailure', message: 'The sandbox failed; its log says why.' });
  });
  if (raw?.lateMs) await pause(raw.lateMs, undefined, { ref: false });
  if (raw) send(response, raw);
  else request.socket.destroy();
}

async function route(world: World, request: IncomingMessage): Promise<Raw | undefined> {
  const host = request.headers.host ?? '';
  // A name that leads here from elsewhere (DNS rebinding) must not reach the controls or a person's console.
  if (!URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname)) {
    return plain(421, 'The sandbox only responds on this computer.');
  }
  const body = await readBody(request);
  if (!body) return plain(413, 'The request is too large.');
  if (request.headers.authorization !== undefined) return answerSigned(world, request, body);
  const origin = `http://${host}`;
  const url = new URL(request.url ?? '/', origin);
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && request.headers.origin !== undefined && request.headers.origin !== origin) {
    return plain(403, 'The request came from another site.');
  }
  if (url.pathname.startsWith(CONTROL)) return control(world, request, url, body);
  if (
    request.method === 'GET' &&
    url.pathname === '/' &&
    !String(request.headers.accept ?? '').includes('text/html')
  ) {
    return answerSigned(world, request, body);
  }
  return (await answerBrowser(world, request, url, body)) ?? answerSigned(world, request, body);
}

function control(world: World, request: IncomingMessage, url: URL, body: Buffer): Raw {
  const name = url.pathname.slice(CONTROL.length);
  try {
    if (request.method === 'GET') {
      const value = readControl(world, name, url.searchParams);
      return value === undefined ? json(404, { code: 'NotFound' }) : json(200, value);
    }
    if (!isCommand(name)) return json(404, { code: 'NotFound' });
    // A plain form of another site cannot send this type without asking first.
    if (!/^application\/json\b/.test(String(request.headers['content-type'] ?? ''))) {
      return json(415, { code: 'UnsupportedMediaType' });
    }
    return json(200, runCommand(world, name, body));
  } catch (error) {
    if (isWireError(error)) return json(error.status, { code: error.code, message: error.message });
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
