import 'server-only';
import type { z } from 'zod';
import { no, Refusal, type RefusalCode } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import type { Stated } from '@/lib/platform/limits/defaults';
import { isOurs } from '@/lib/platform/posted/origin';
import { readPosted, unreadStatus } from '@/lib/platform/posted/posted';
import { readViewer } from '@/lib/platform/session/viewer';
import { readForm } from './form';
import { knock, type Wrong } from './knock';
import type { Outcome } from './outcome';
import { type Call, register } from './registry';

const STATUS: Record<RefusalCode | 'bug', number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  upstream: 502,
  bug: 500,
};

type Options<Value> = {
  /** The raw input from the request and the path; parsed by the call's schema. Omitted: the posted form's fields. */
  input?: (request: Request, params: Record<string, string>, viewer: Viewer) => Promise<unknown>;
  /** The answer when it is done; JSON of the value where omitted. */
  answer?: (value: Value, request: Request) => Response | Promise<Response>;
  /** The answer when it is refused; JSON where omitted. */
  refuse?: (
    outcome: Extract<Outcome<Value>, { ok: false }>,
    request: Request,
    /** What the request was read as; undefined where it was refused before that. */
    raw: unknown,
  ) => Response | Promise<Response>;
  limit?: Stated | readonly Stated[];
  /** Whether what was done is that something was wrong: then it is a refusal to whoever sent it. */
  wrong?: (value: Value) => Wrong | null;
};

/** The door for HTTP: a route handler that changes something, for a browser's script or a form that leads elsewhere. */
export function route<Schema extends z.ZodType, Value>(call: Call<Schema, Value>, options: Options<Value>) {
  const limits = register('route', call as unknown as Call, options.limit);
  return async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    let raw: unknown;
    const { input, wrong } = options;
    const answered = await knock(call, {
      callId: request.headers.get('x-request-id') ?? crypto.randomUUID(),
      network: request.headers.get('x-client-address'),
      viewer: () => {
        fromHere(request);
        return readViewer();
      },
      limits,
      input: async (viewer) => {
        raw = input
          ? await input(request, await context.params, viewer)
          : readForm(await readPosted(request));
        return raw;
      },
      ...(wrong ? { wrong } : {}),
    });
    const outcome = input || raw !== undefined ? answered : unread(answered, request);
    if (!outcome.ok) return options.refuse ? options.refuse(outcome, request, raw) : answerJson(outcome);
    return options.answer ? options.answer(outcome.value, request) : answerJson(outcome);
  };
}

/** A form that could not even be read has a status of its own. */
function unread<Value>(outcome: Outcome<Value>, request: Request): Outcome<Value> {
  return outcome.ok || outcome.code !== 'invalid' ? outcome : { ...outcome, status: unreadStatus(request) };
}

/** Whether a page of ours has sent this, or nothing was sent at all. */
export function comesFromHere(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || isOurs(request.headers);
}

function fromHere(request: Request): void {
  if (!comesFromHere(request)) throw new Refusal(no('forbidden', 'This was sent from another site.'));
}

/** The HTTP status of a refusal. */
export function statusOf(outcome: Pick<Extract<Outcome, { ok: false }>, 'code' | 'status'>): number {
  return outcome.status ?? STATUS[outcome.code];
}

/** An outcome as JSON with its HTTP status; amounts as decimal strings. */
export function answerJson(outcome: Outcome<unknown>): Response {
  const body = JSON.stringify(outcome, (_key, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return new Response(body, {
    status: outcome.ok ? 200 : statusOf(outcome),
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
