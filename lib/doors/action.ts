import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { readViewer } from '@/lib/auth/viewer';
import { no, Refusal } from '@/lib/core/refusal';
import type { Viewer } from '@/lib/core/rights';
import { env } from '@/lib/env';
import { readForm, typed } from './form';
import { type Limit, spend } from './limit';
import type { Outcome } from './outcome';
import { pass } from './pass';
import { refusalOf } from './perform';
import { type Call, register } from './registry';

type Options<Value> = {
  /** Where to go when it is done, so that a form without JavaScript does not post twice. Omitted: stay, with the outcome. */
  to?: (value: Value, form: FormData) => string;
  limit?: Limit | readonly Limit[];
  /** What the form cannot say itself: a cookie's secret, the browser's name. Joins the form's fields. */
  extra?: (viewer: Viewer) => Promise<Record<string, unknown>>;
  /** Runs after commit with the value: to set a cookie, for instance. */
  after?: (value: Value) => Promise<void>;
};

/** The door for forms: a server action for `useActionState` and for a plain form without JavaScript alike. */
export function action<Schema extends z.ZodType, Value>(
  call: Call<Schema, Value>,
  options: Options<Value> = {},
) {
  register('action', call as unknown as Call);
  return async (_previous: Outcome<Value> | null, form: FormData): Promise<Outcome<Value>> => {
    const head = await headers();
    const callId = head.get('x-request-id') ?? crypto.randomUUID();
    let outcome: Outcome<Value>;
    try {
      sameOrigin(head);
      const viewer = await readViewer();
      for (const limit of [options.limit ?? []].flat()) await spend(limit, keyOf(viewer, head, limit));
      const extra = options.extra ? await options.extra(viewer) : {};
      outcome = await pass(call, viewer, { ...(readForm(form) as object), ...extra }, callId);
    } catch (error) {
      outcome = refusalOf(error, call.name, callId);
    }
    if (!outcome.ok) return { ...outcome, values: typed(form) };
    await options.after?.(outcome.value);
    const to = options.to?.(outcome.value, form);
    if (to) redirect(to);
    return outcome;
  };
}

/** Next lets a request without Origin through with a warning; we do not: a browser that posts a form sends one. */
function sameOrigin(head: Headers): void {
  const origin = head.get('origin');
  if (origin === new URL(env.APP_URL).origin || head.get('sec-fetch-site') === 'same-origin') return;
  throw new Refusal(
    no('forbidden', 'This form was sent from another site. Open the page here and try again.'),
  );
}

/** Who pays for a limited call: the person, or the network that the trusted proxy names. */
export function keyOf(viewer: Viewer, head: Headers, limit: Limit): string {
  return viewer.kind === 'person' && !limit.network
    ? viewer.personId
    : `ip:${head.get('x-client-address') ?? 'unknown'}`;
}
