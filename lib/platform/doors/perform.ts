import { Refusal } from '@/lib/core/refusal';
import type { Actor } from '@/lib/core/rights';
import { type Tx, transaction } from '@/lib/platform/db/transaction';
import { log } from '@/lib/platform/log/logger';
import { wired } from '@/lib/platform/wiring/wired';
import type { Outcome } from './outcome';

/** A chain of reactions longer than this is a circle among domains: a bug, never a business case. */
const MOST_EVENTS = 200;

/**
 * The inside of every door: one transaction with the work, every reaction to what it emitted, and their reactions.
 * All of it commits or none. Throws `Refusal` for an expected "no".
 */
export async function perform<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: { callId?: string } = {},
): Promise<T> {
  return transaction(async (tx) => {
    const value = await work(tx);
    for (let done = 0; done < tx.events.length; done += 1) {
      if (done >= MOST_EVENTS) throw new Error(`reactions go in a circle: ${tx.events.at(-1)?.name}`);
      await wired().react(tx, actor, tx.events[done]!);
    }
    return value;
  }, options);
}

/** Turns whatever was thrown into an answer. A bug is logged with an id, and only the id is shown; the door notes a refusal. */
export function refusalOf(
  error: unknown,
  door: string,
  callId: string,
): Extract<Outcome<never>, { ok: false }> {
  if (error instanceof Refusal) {
    const { code, message, fields, confirm, retryAfterMs } = error;
    return {
      ok: false,
      code,
      message,
      fields,
      ...(confirm ? { confirm } : {}),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  log().error({ door, callId, err: error }, 'bug');
  return {
    ok: false,
    code: 'bug',
    message: `Something went wrong on our side. Nothing was changed. If it happens again, give the operator this number: ${callId.slice(0, 8)}.`,
  };
}
