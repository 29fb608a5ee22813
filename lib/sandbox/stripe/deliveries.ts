import { createHmac } from 'node:crypto';
import { DAY } from '@/lib/core/time';
import { serialise } from './events';
import type { Sandbox } from './sandbox';
import { findAny } from './store';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;
/** Live Stripe gives up after three days; counted in attempts here, most of them LONGEST_RETRY_MS apart. */
const MOST_ATTEMPTS = (3 * DAY) / LONGEST_RETRY_MS;

type Row = { seq: number; event: string; attempts: number };

export type Deliverer = { wake(): void; close(): Promise<void> };

/**
 * Sends queued webhooks one at a time in order of creation. While the receiver cannot be reached everything
 * waits, so order is kept; an event that the receiver refuses waits alone and the others go on. The queue is
 * in the database: a restart resumes it.
 */
export function startDeliverer(sandbox: Sandbox): Deliverer {
  const { store, webhook } = sandbox;
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let unreachable = { times: 0, until: 0 };

  async function run(hook: { url: string; secret: string }): Promise<void> {
    while (!stop.signal.aborted && unreachable.until <= Date.now()) {
      const row = nextDue();
      if (!row) break;
      const outcome = await send(hook, sandbox, row.event, stop.signal);
      if (stop.signal.aborted) return;
      settle(row, outcome);
    }
    if (!stop.signal.aborted) sleepUntilDue();
  }

  function nextDue(): Row | undefined {
    return store
      .prepare(
        "SELECT seq, event, attempts FROM delivery WHERE state = 'pending' AND due <= ? ORDER BY rank LIMIT 1",
      )
      .get(Date.now()) as Row | undefined;
  }

  function settle(row: Row, outcome: Outcome): void {
    const attempts = row.attempts + 1;
    const state = outcome.delivered ? 'delivered' : attempts >= MOST_ATTEMPTS ? 'failed' : 'pending';
    const wait = outcome.status === null ? 0 : backoff(attempts);
    store
      .prepare(
        'UPDATE delivery SET state = ?, attempts = ?, status = ?, problem = ?, due = ?, ended = ? WHERE seq = ?',
      )
      .run(
        state,
        attempts,
        outcome.status,
        outcome.problem,
        Date.now() + wait,
        state === 'pending' ? null : Date.now(),
        row.seq,
      );
    if (outcome.status !== null) {
      unreachable = { times: 0, until: 0 };
      return;
    }
    const times = unreachable.times + 1;
    unreachable = { times, until: Date.now() + backoff(times) };
  }

  function sleepUntilDue(): void {
    const row = store.prepare("SELECT min(due) AS due FROM delivery WHERE state = 'pending'").get();
    if (row?.due === null || row?.due === undefined) return;
    const wait = Math.max(Number(row.due), unreachable.until) - Date.now();
    clearTimeout(timer);
    timer = setTimeout(pump, Math.max(wait, 1));
  }

  function pump(): void {
    if (!webhook || stop.signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    again = false;
    running = run(webhook).finally(() => {
      running = null;
      if (again) pump();
    });
  }

  pump();
  return {
    wake: pump,
    async close() {
      stop.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

function backoff(times: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (times - 1), LONGEST_RETRY_MS);
}

/** `status` is null when nobody answered. */
type Outcome = { delivered: boolean; status: number | null; problem: string | null };

async function send(
  hook: { url: string; secret: string },
  sandbox: Sandbox,
  eventId: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = serialise(findAny(sandbox.store, eventId));
  try {
    const answer = await fetch(hook.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature(body, hook.secret),
        'user-agent': 'Stripe/1.0 (sandbox)',
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    await answer.body?.cancel();
    const problem = answer.ok ? null : `The receiver returned ${answer.status}.`;
    return { delivered: answer.ok, status: answer.status, problem };
  } catch (thrown) {
    const cause = thrown instanceof Error ? ((thrown.cause as Error | undefined) ?? thrown) : null;
    return {
      delivered: false,
      status: null,
      problem: cause?.message || 'Couldn’t reach the receiver.',
    };
  }
}

/** Stripe's `v1` scheme, on wall time because receivers compare it with theirs. */
export function signature(body: string, secret: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${digest}`;
}
