import type { Store } from './store';

/**
 * dropReply: applied, then the connection is cut before the answer. 500: answered with Stripe's own error and
 * not applied. hold: kept in flight until `POST /_sandbox/release`. processing: a good card's payment stays in
 * `processing` until `POST /_sandbox/settle`.
 */
export const FAULT_MODES = ['dropReply', '500', 'hold', 'processing'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export function addFault(store: Store, path: string, mode: FaultMode, times: number): void {
  store.prepare('INSERT INTO fault (path, mode, times) VALUES (?, ?, ?)').run(path, mode, times);
}

export function clearFaults(store: Store): void {
  store.exec('DELETE FROM fault');
}

/** Uses up one of the oldest fault for this path (or for one above it) in one of the modes. */
export function takeFault(store: Store, path: string, modes: FaultMode[]): FaultMode | null {
  const rows = store.prepare('SELECT seq, path, mode FROM fault ORDER BY seq').all();
  const hit = rows.find((row) => modes.includes(row.mode as FaultMode) && covers(String(row.path), path));
  if (!hit) return null;
  store.prepare('UPDATE fault SET times = times - 1 WHERE seq = ?').run(hit.seq ?? null);
  store.exec('DELETE FROM fault WHERE times <= 0');
  return hit.mode as FaultMode;
}

/** `/v1/payment_intents` covers what is below it; `*` stands for any one segment. */
function covers(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length <= given.length && wanted.every((part, i) => part === '*' || part === given[i]);
}
