import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { showExternalId } from '@/lib/access/connections/commands';
import { externalIdSchema } from '@/lib/access/connections/schema';
import { sessionCallSchema } from '@/lib/access/grants/schema';
import { openSession } from '@/lib/access/sessions/handlers';
import { no, Refusal } from '@/lib/core/refusal';
import { VENDOR } from '@/lib/core/rights';
import { LINES, unseal } from '@/lib/platform/broker-line/line';
import { database } from '@/lib/platform/db/client';
import { perform } from '@/lib/platform/doors/perform';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log/logger';
import { CALL, continued } from '@/lib/platform/tracing/span';

const LARGEST_BODY = 4_096;

type Answer = { status: number; body: object };

const calls: Record<string, (input: unknown, callId: string) => Promise<unknown>> = {
  [LINES.sessions]: (input, callId) => openSession(sessionCallSchema.parse(input), callId),
  [LINES.externalIds]: (input, callId) =>
    perform(VENDOR, (tx) => showExternalId(tx, externalIdSchema.parse(input)), { callId }),
};

/** The two calls that the web makes to the broker; everything else is left to `otherwise`. Neither body nor answer is ever logged. */
export function answerCalls(otherwise: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url ?? '';
    if (request.method !== 'POST' || !Object.hasOwn(calls, path)) return otherwise(request, response);
    answer(path, request).then(
      ({ status, body }) => send(response, status, body),
      () => send(response, 500, { ok: false }),
    );
  };
}

async function answer(path: string, request: IncomingMessage): Promise<Answer> {
  const callId = randomUUID();
  const text = await bodyOf(request);
  const genuine = text === null ? null : unseal(env.BROKER_SECRET, path, text, request.headers);
  if (!genuine || !(await spend(genuine))) {
    log().warn({ path, callId }, 'a call without a good seal, or made twice');
    return { status: 401, body: { ok: false, code: 'forbidden', message: 'This call isn’t genuine.' } };
  }
  try {
    const value = await continued(request.headers, path, { [CALL]: callId }, () =>
      calls[path]!(JSON.parse(text!), callId),
    );
    return { status: 200, body: { ok: true, value } };
  } catch (error) {
    if (error instanceof Refusal) {
      log().info({ path, callId, code: error.code }, 'refused');
      return { status: 409, body: { ok: false, code: error.code, message: error.message } };
    }
    log().error({ path, callId, err: error }, 'bug');
    const { code, message } = no(
      'upstream',
      'Something went wrong between us and AWS. Try again in a minute.',
    );
    return { status: 500, body: { ok: false, code, message } };
  }
}

/** Each call once, whichever broker gets it. */
async function spend({ nonce, expiresAt }: { nonce: string; expiresAt: Date }): Promise<boolean> {
  const { count } = await database().brokerNonce.createMany({
    data: [{ nonce, expiresAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Forgets calls that are too old to be made again. Answers zero: there is never a second batch. */
export async function forgetCalls(): Promise<number> {
  await database().brokerNonce.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return 0;
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
