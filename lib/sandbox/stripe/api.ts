import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Body } from './entry';
import { API_VERSION, serialise } from './events';
import { expand } from './expand';
import { failure, isFailure, type Reply } from './failure';
import { type FaultMode, takeFault } from './faults';
import { list, parseForm } from './form';
import { fingerprint, recall, remember, type Stored } from './idempotency';
import { match } from './routes';
import { now, type Sandbox } from './sandbox';
import { newId, transaction } from './store';

/** Requests of one sandbox that have begun and not ended. */
export type Flight = {
  keys: Set<string>;
  /** Requests that the `hold` fault keeps; each is let go by calling it. */
  held: Set<() => void>;
};

type Answer = Stored & { replayed?: boolean; dropped?: boolean };

type Asked = {
  method: string;
  path: string;
  query: string;
  body: string;
  key: string | null;
  requestId: string;
};

/** One request to `/v1/...`. */
export async function answerApi(
  sandbox: Sandbox,
  flight: Flight,
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const asked: Asked = {
    method,
    path: url.pathname,
    query: url.search.slice(1),
    body,
    key: method === 'POST' ? header(request, 'idempotency-key') : null,
    requestId: newId('req', 14),
  };
  const answer = await decide(sandbox, flight, header(request, 'authorization'), asked);
  sandbox.wake();
  if (answer.dropped) {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': asked.requestId,
    'stripe-version': API_VERSION,
    ...(asked.key ? { 'idempotency-key': asked.key } : {}),
    ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
    ...(answer.status === 500 ? { 'stripe-should-retry': 'false' } : {}),
  });
  response.end(answer.body);
}

async function decide(
  sandbox: Sandbox,
  flight: Flight,
  authorization: string | null,
  asked: Asked,
): Promise<Answer> {
  const { store } = sandbox;
  const { key } = asked;
  const print = fingerprint(asked.method, asked.path, asked.body);
  try {
    authorise(sandbox, authorization);
    if (key && key.length > 255) {
      throw failure(400, {
        type: 'idempotency_error',
        message: 'Idempotency keys hold at most 255 characters.',
      });
    }
    const stored = key ? recall(store, key, print, now(store)) : null;
    if (stored) return { ...stored, replayed: true };
    if (key && flight.keys.has(key)) {
      const message = `There is currently another in-progress request using this Idempotency Key (that probably means you submitted twice, and the other request is still going through): ${key}.`;
      throw failure(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message });
    }
    if (key) flight.keys.add(key);
    try {
      const fault =
        asked.method === 'POST' ? takeFault(store, asked.path, ['dropReply', '500', 'hold']) : null;
      if (fault === 'hold') await new Promise<void>((release) => flight.held.add(release));
      return perform(sandbox, asked, print, fault);
    } finally {
      if (key) flight.keys.delete(key);
    }
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return { status: thrown.status, body: serialise({ error: thrown.error }) };
  }
}

/** Applies the request and stores its answer under the key in one transaction. */
function perform(sandbox: Sandbox, asked: Asked, print: string, fault: FaultMode | null): Answer {
  const { store } = sandbox;
  const at = now(store);
  const keep = (answer: Answer): Answer => {
    if (asked.key) remember(store, asked.key, print, answer, at);
    return answer;
  };
  if (fault === '500') {
    const message = 'An unknown error occurred';
    return keep({ status: 500, body: serialise({ error: { type: 'api_error', message } }) });
  }
  try {
    return transaction(store, () => keep({ ...run(sandbox, asked), dropped: fault === 'dropReply' }));
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    const answer = {
      status: thrown.status,
      body: serialise({ error: thrown.error }),
      dropped: fault === 'dropReply',
    };
    return thrown.stored ? keep(answer) : answer;
  }
}

function run(sandbox: Sandbox, asked: Asked): Stored {
  const found = match(asked.method, asked.path);
  if (!found) {
    const message = `Unrecognized request URL (${asked.method}: ${asked.path}). This sandbox knows only what the project uses.`;
    throw failure(404, { type: 'invalid_request_error', message });
  }
  const form = parseForm(asked.method === 'POST' ? asked.body : asked.query);
  const request = { id: asked.requestId, idempotency_key: asked.key };
  const result = found.endpoint({ sandbox, store: sandbox.store, ids: found.ids, form, request });
  if (isReply(result)) return { status: result.status, body: body(sandbox, result.body, form) };
  return { status: 200, body: body(sandbox, result, form) };
}

function isReply(result: Body | Reply): result is Reply {
  return !('object' in result);
}

function body(sandbox: Sandbox, value: unknown, form: ReturnType<typeof parseForm>): string {
  const wanted = list(form, 'expand');
  const isError = typeof value === 'object' && value !== null && 'error' in value;
  return serialise(wanted.length > 0 && !isError ? expand(sandbox.store, value as Body, wanted) : value);
}

function authorise(sandbox: Sandbox, authorization: string | null): void {
  const bearer = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const key = bearer ?? (basic ? (Buffer.from(basic, 'base64').toString().split(':')[0] ?? '') : '');
  const given = Buffer.from(key);
  const wanted = Buffer.from(sandbox.secretKey);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  const shown = `${'*'.repeat(8)}${key.slice(-4)}`;
  const message = key
    ? `Invalid API Key provided: ${shown}`
    : 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.';
  throw failure(401, { type: 'invalid_request_error', message });
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
