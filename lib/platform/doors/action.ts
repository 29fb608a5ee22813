import 'server-only';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { no, Refusal } from '@/lib/core/refusal';
import { NOBODY, type Viewer } from '@/lib/core/rights';
import { limitsFor, type Stated } from '@/lib/platform/limits/defaults';
import { isOurs } from '@/lib/platform/posted/origin';
import { standsElsewhere } from '@/lib/platform/session/standing';
import { readViewer } from '@/lib/platform/session/viewer';
import { readForm, typed } from './form';
import { knock, type Wrong } from './knock';
import type { Outcome } from './outcome';
import { type Call, register } from './registry';

type Options<Value, Told> = {
  /** Where to go when it is done, so that a form without JavaScript does not post twice. Omitted: stay, with the outcome. */
  to?: (value: Value, form: FormData) => string;
  limit?: Stated | readonly Stated[];
  /** Whether what was done is that something was wrong: then it is a refusal to whoever sent the form. */
  wrong?: (value: Value) => Wrong | null;
  /** What the form cannot say itself: a cookie's secret, the browser's name. Joins the form's fields. */
  extra?: (viewer: Viewer) => Promise<Record<string, unknown>>;
  /** Runs after commit with the value: to set a cookie, for instance. */
  after?: (value: Value) => Promise<void>;
  /** What the browser is told of a value that is not all for its scripts. Omitted: the value. */
  tells?: (value: Value) => Told;
};

/** The door for forms: a server action for `useActionState` and for a plain form without JavaScript alike. */
export function action<Schema extends z.ZodType, Value, Told = Value>(
  call: Call<Schema, Value>,
  options: Options<Value, Told> = {},
) {
  const limits = register('action', call as unknown as Call, options.limit);
  return async (_previous: Outcome<Told> | null, form: FormData): Promise<Outcome<Told>> => {
    const head = await headers();
    const { extra, wrong, tells } = options;
    let viewer: Viewer = NOBODY;
    const outcome = await knock(call, {
      callId: head.get('x-request-id') ?? crypto.randomUUID(),
      network: head.get('x-client-address'),
      viewer: async () => {
        sameOrigin(head);
        viewer = await readViewer();
        return viewer;
      },
      limits: limitsFor(call.may, limits, form),
      input: async (viewer) => ({ ...(readForm(form) as object), ...(await extra?.(viewer)) }),
      ...(wrong ? { wrong } : {}),
    });
    if (!outcome.ok) return { ...outcome, values: typed(form) };
    await options.after?.(outcome.value);
    // A layout outlives its pages: whoever is someone else now gets it drawn again, with the next page or on this one.
    if (await standsElsewhere(viewer)) refresh();
    const to = options.to?.(outcome.value, form);
    if (to) redirect(to);
    return { ok: true, value: tells ? tells(outcome.value) : (outcome.value as unknown as Told) };
  };
}

/** Next lets a request without Origin through with a warning; we do not: a browser that posts a form sends one. */
function sameOrigin(head: Headers): void {
  if (isOurs(head)) return;
  throw new Refusal(
    no('forbidden', 'This form was sent from another site. Open the page here and try again.'),
  );
}
