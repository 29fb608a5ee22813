import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '@/lib/core/rights';
import { once, type Press } from '@/lib/platform/db/once';
import { metrics } from '@/lib/platform/metrics/metrics';
import { CALL, fail, inSpan, OUTCOME } from '@/lib/platform/tracing/span';
import type { Outcome } from './outcome';
import { perform, refusalOf } from './perform';
import type { Call } from './registry';
import { turns } from './turns';

const inTurn = turns();

/** Parse → transaction → command → reactions → commit → translate. What all doors share once they know who knocks. */
export async function pass<Schema extends z.ZodType, Value>(
  call: Call<Schema, Value>,
  actor: Actor,
  raw: unknown,
  callId: string = randomUUID(),
): Promise<Outcome<Value>> {
  const { calls, duration } = metrics();
  const stop = duration.startTimer({ door: call.may.name });
  const outcome = await inSpan(call.may.name, { [CALL]: callId }, async (span) => {
    const done = await through(call, actor, raw, callId);
    span.setAttribute(OUTCOME, done.ok ? 'done' : done.code);
    if (!done.ok && done.code === 'bug') fail(span);
    return done;
  });
  stop();
  calls.inc({ door: call.may.name, outcome: outcome.ok ? 'done' : outcome.code });
  return outcome;
}

async function through<Schema extends z.ZodType, Value>(
  call: Call<Schema, Value>,
  actor: Actor,
  raw: unknown,
  callId: string,
): Promise<Outcome<Value>> {
  // Before anything is looked at: nobody learns from the answer whether a thing exists.
  if (actor.kind === 'nobody' && !call.may.by.includes('anyone'))
    return { ok: false, code: 'unauthenticated', message: 'Sign in to do this.', fields: {} };
  const parsed = call.schema.safeParse(raw);
  if (!parsed.success) {
    const fields = fieldsOf(parsed.error);
    const count = Object.keys(fields).length;
    return {
      ok: false,
      code: 'invalid',
      message: count === 1 ? Object.values(fields)[0]! : `${count} fields need another look.`,
      fields,
    };
  }
  const press = pressOf(call as unknown as Call, actor, raw);
  if (press === 'none')
    return { ok: false, code: 'invalid', message: 'This page is out of date. Open it again.', fields: {} };
  try {
    const run = () =>
      perform(
        actor,
        (tx) => {
          const work = () => call.command(tx, actor, parsed.data);
          return press ? once(tx, press, work) : work();
        },
        { callId },
      );
    const value = await (call.inTurn ? inTurn(call.inTurn(parsed.data), run) : run());
    return { ok: true, value };
  } catch (error) {
    return refusalOf(error, call.may.name, callId);
  }
}

const Keyed = z.object({ key: z.uuid() });

/** The press of a form that creates; null where none is asked for. Nobody makes nothing but their browser's one draft. */
function pressOf(call: Call, actor: Actor, raw: unknown): Press | 'none' | null {
  if (!call.creates || actor.kind !== 'person') return null;
  const keyed = Keyed.safeParse(raw);
  if (!keyed.success) return 'none';
  return { personId: actor.personId, command: call.may.name, key: keyed.data.key };
}

/** The first sentence for each field, by its path ("milestones.0.title"). */
function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return fields;
}
