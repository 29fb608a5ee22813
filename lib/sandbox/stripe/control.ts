import type { Flight } from './api';
import { settleIntent } from './attempt';
import type { Entry } from './entry';
import { addDelivery, serialise, WEBHOOK_MODES, type WebhookMode } from './events';
import { isFailure } from './failure';
import { addFault, clearFaults, FAULT_MODES, type FaultMode } from './faults';
import { clockOffset, now, type Sandbox, setClockOffset } from './sandbox';
import { find, saveSetting, setting, transaction } from './store';

type Body = Record<string, unknown>;

/** The knobs of `/_sandbox/...`, for tests and for the demo's own tools. */
export function answerControl(
  sandbox: Sandbox,
  flight: Flight,
  method: string,
  path: string,
  text: string,
): { status: number; value: unknown } {
  const command = `${method} ${path.slice('/_sandbox/'.length)}`;
  if (command === 'GET health') return { status: 200, value: { ok: true } };
  if (command === 'GET state') return { status: 200, value: state(sandbox, flight) };
  try {
    const problem = transaction(sandbox.store, () => turn(sandbox, flight, command, parse(text)));
    sandbox.wake();
    return problem ? { status: 400, value: { error: problem } } : { status: 200, value: { ok: true } };
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return { status: thrown.status, value: { error: thrown.message } };
  }
}

function parse(text: string): Body {
  try {
    const body: unknown = JSON.parse(text || '{}');
    return typeof body === 'object' && body !== null ? (body as Body) : {};
  } catch {
    return {};
  }
}

/** Does what was asked, or says in a sentence why not. */
function turn(sandbox: Sandbox, flight: Flight, command: string, body: Body): string | null {
  const { store } = sandbox;
  switch (command) {
    case 'POST webhooks': {
      if (!WEBHOOK_MODES.includes(body.mode as WebhookMode))
        return `mode is one of ${WEBHOOK_MODES.join(', ')}`;
      const delay = Number(body.delayMs ?? 0);
      if (!Number.isSafeInteger(delay) || delay < 0) return 'delayMs is a whole number of milliseconds';
      saveSetting(store, 'webhookMode', String(body.mode));
      saveSetting(store, 'webhookDelayMs', String(delay));
      return null;
    }
    case 'POST webhooks/redeliver':
      return redeliver(sandbox, String(body.eventId ?? ''));
    case 'POST faults': {
      const times = Number(body.times ?? 1);
      if (!FAULT_MODES.includes(body.mode as FaultMode)) return `mode is one of ${FAULT_MODES.join(', ')}`;
      if (typeof body.path !== 'string' || !body.path.startsWith('/v1/')) return 'path begins with /v1/';
      if (!Number.isSafeInteger(times) || times < 1) return 'times is a whole number, at least 1';
      addFault(store, body.path, body.mode as FaultMode, times);
      return null;
    }
    case 'DELETE faults':
      clearFaults(store);
      return null;
    case 'POST release':
      for (const release of flight.held) release();
      flight.held.clear();
      return null;
    case 'POST settle': {
      const { paymentIntent, outcome } = body;
      if (outcome !== 'succeed' && outcome !== 'fail') return 'outcome is succeed or fail';
      const request = { id: null, idempotency_key: null };
      settleIntent({ sandbox, store, ids: [], form: {}, request }, String(paymentIntent), outcome);
      return null;
    }
    case 'POST clock': {
      const offset = Number(body.offsetMs);
      if (!Number.isSafeInteger(offset)) return 'offsetMs is a whole number of milliseconds';
      setClockOffset(store, offset);
      return null;
    }
    case 'POST search': {
      const lag = Number(body.lagSeconds);
      if (!Number.isSafeInteger(lag) || lag < 0) return 'lagSeconds is a whole number of seconds';
      saveSetting(store, 'searchLagSeconds', String(lag));
      return null;
    }
    default:
      return `There is no ${command}`;
  }
}

/** Sends an event once more, whatever became of it before. */
export function redeliver(sandbox: Sandbox, eventId: string): string | null {
  if (!find<Entry>(sandbox.store, 'event', eventId)) return `There is no event ${eventId}`;
  if (!sandbox.webhook) return 'This sandbox sends no webhooks';
  addDelivery(sandbox.store, eventId, 'pending', Date.now());
  return null;
}

/** The newest thousand of everything, for tests. */
function state(sandbox: Sandbox, flight: Flight): unknown {
  const { store } = sandbox;
  const rows = store.prepare('SELECT body FROM entry ORDER BY seq DESC LIMIT 1000').all();
  const objects: Record<string, Entry[]> = {};
  for (const row of rows) {
    const entry = JSON.parse(serialise(JSON.parse(String(row.body)))) as Entry;
    const group = objects[entry.object] ?? [];
    objects[entry.object] = [...group, entry];
  }
  return {
    now: now(store),
    clockOffsetMs: clockOffset(store),
    webhooks: { mode: setting(store, 'webhookMode') ?? 'normal', url: sandbox.webhook?.url ?? null },
    held: flight.held.size,
    faults: store.prepare('SELECT path, mode, times FROM fault ORDER BY seq').all(),
    deliveries: store
      .prepare('SELECT event, state, attempts, status, problem FROM delivery ORDER BY seq DESC LIMIT 1000')
      .all(),
    objects,
  };
}
