import type { Entry } from './entry';
import { type Call, now } from './sandbox';
import { newId, type Store, save, setting } from './store';

export const API_VERSION = '2026-10-28.endive';

export const WEBHOOK_MODES = ['normal', 'drop', 'duplicate', 'shuffle', 'delay'] as const;
export type WebhookMode = (typeof WEBHOOK_MODES)[number];

/** In `shuffle`, an event waits this long for others to change places with. */
const SHUFFLE_WINDOW_MS = 200;

/** Records an event with a snapshot of the object and queues its webhook, in the caller's transaction. */
export function emit(call: Pick<Call, 'sandbox' | 'store' | 'request'>, type: string, object: Entry): void {
  const { sandbox, store } = call;
  const event: Entry = {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: now(store),
    data: { object: JSON.parse(serialise(object)) },
    livemode: false,
    pending_webhooks: sandbox.webhook ? 1 : 0,
    request: call.request,
    type,
  };
  save(store, event);
  if (sandbox.webhook) queueDelivery(store, event.id);
}

/** JSON as a client sees it: without the sandbox's own `_` fields. */
export function serialise(value: unknown): string {
  return JSON.stringify(value, (key, item) => (key.startsWith('_') ? undefined : item));
}

function queueDelivery(store: Store, event: string): void {
  const mode = (setting(store, 'webhookMode') ?? 'normal') as WebhookMode;
  const wall = Date.now();
  if (mode === 'drop') {
    addDelivery(store, event, 'dropped', wall);
  } else if (mode === 'shuffle') {
    shuffle(store, event, wall + SHUFFLE_WINDOW_MS);
  } else {
    const delay = mode === 'delay' ? Number(setting(store, 'webhookDelayMs') ?? 0) : 0;
    addDelivery(store, event, 'pending', wall + delay);
    if (mode === 'duplicate') addDelivery(store, event, 'pending', wall);
  }
}

export function addDelivery(store: Store, event: string, state: 'pending' | 'dropped', due: number): void {
  const last = store.prepare('SELECT coalesce(max(rank), 0) AS rank FROM delivery').get();
  store
    .prepare('INSERT INTO delivery (event, rank, state, due) VALUES (?, ?, ?, ?)')
    .run(event, Math.floor(Number(last?.rank)) + 1, state, due);
}

/** Puts the event in front of a random one that still waits, so two or more never keep their order. */
function shuffle(store: Store, event: string, due: number): void {
  const waiting = store
    .prepare("SELECT rank FROM delivery WHERE state = 'pending' AND attempts = 0 ORDER BY rank")
    .all();
  addDelivery(store, event, 'pending', due);
  const place = waiting[Math.floor(Math.random() * waiting.length)];
  if (place) {
    store
      .prepare('UPDATE delivery SET rank = ? WHERE seq = (SELECT max(seq) FROM delivery)')
      .run(Number(place.rank) - Math.random() / 2);
  }
  store.prepare("UPDATE delivery SET due = ? WHERE state = 'pending' AND attempts = 0").run(due);
}
