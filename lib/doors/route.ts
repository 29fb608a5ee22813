import 'server-only';
import type { z } from 'zod';
import { readViewer } from '@/lib/auth/viewer';
import type { RefusalCode } from '@/lib/core/refusal';
import { no, Refusal } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { env } from '@/lib/env';
import { keyOf } from './action';
import { type Limit, spend } from './limit';
import type { Outcome } from './outcome';
import { pass } from './pass';
import { refusalOf } from './perform';
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
  /** The raw input from the request and the path; parsed by the call's schema. */
  input: (request: Request, params: Record<string, string>, viewer: Viewer) => Promise<unknown>;
  /** The answer when it is done; JSON of the value where omitted. */
  answer?: (value: Value, request: Request) => Response | Promise<Response>;
  /** The answer when it is refused; JSON where omitted. */
  refuse?: (
    outcome: Extract<Outcome<Value>, { ok: false }>,
    request: Request,
    /** What the request was read as; undefined where it was refused before that. */
    raw: unknown,
  ) => Response | Promise<Response>;
  limit?: Limit;
};

/** The door for HTTP: a route handler that changes something, for a browser's script or a form that leads elsewhere. */
export function route<Schema extends z.ZodType, Value>(call: Call<Schema, Value>, options: Options<Value>) {
  register('route', call as unknown as Call);
  return async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const callId = request.headers.get('x-request-id') ?? crypto.randomUUID();
    let outcome: Outcome<Value>;
    let raw: unknown;
    try {
      if (!comesFromHere(request)) throw new Refusal(no('forbidden', 'This was sent from another site.'));
      const viewer = await readViewer();
      if (options.limit) await spend(options.limit, keyOf(viewer, request.headers, options.limit));
      raw = await options.input(request, await context.params, viewer);
      outcome = await pass(call, viewer, raw, callId);
    } catch (error) {
      outcome = refusalOf(error, call.name, callId);
    }
    if (!outcome.ok) return options.refuse ? options.refuse(outcome, request, raw) : answerJson(outcome);
    return options.answer ? options.answer(outcome.value, request) : answerJson(outcome);
  };
}

/** Whether a page of ours has sent this, or nothing was sent at all. */
export function comesFromHere(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (request.headers.get('origin') === new URL(env.APP_URL).origin) return true;
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

/** An outcome as JSON with its HTTP status; amounts as decimal strings. */
export function answerJson(outcome: Outcome<unknown>): Response {
  const body = JSON.stringify(outcome, (_key, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return new Response(body, {
    status: outcome.ok ? 200 : STATUS[outcome.code],
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
