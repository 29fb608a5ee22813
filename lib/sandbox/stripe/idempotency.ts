import { createHash } from 'node:crypto';
import { DAY, SECOND } from '@/lib/core/time';
import { failure } from './failure';
import type { Store } from './store';

/** Stripe may forget a key after 24 hours; the same key then acts anew. */
const KEPT_SECONDS = DAY / SECOND;

export type Stored = { status: number; body: string };

/** What identifies the request a key was first used with. */
export function fingerprint(method: string, path: string, body: string): string {
  const pairs = [...new URLSearchParams(body)].map(([name, value]) => `${name}=${value}`).sort();
  return createHash('sha256')
    .update([method, path, ...pairs].join('\n'))
    .digest('hex');
}

/** The stored answer for this key, or null. Refuses a key that was used for something else. */
export function recall(store: Store, key: string, request: string, now: number): Stored | null {
  store.prepare('DELETE FROM idempotency WHERE created <= ?').run(now - KEPT_SECONDS);
  const row = store.prepare('SELECT request, status, body FROM idempotency WHERE key = ?').get(key);
  if (!row) return null;
  if (row.request !== request) {
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
    throw failure(400, { type: 'idempotency_error', message });
  }
  return { status: Number(row.status), body: String(row.body) };
}

export function remember(store: Store, key: string, request: string, answer: Stored, now: number): void {
  store
    .prepare('INSERT INTO idempotency (key, request, status, body, created) VALUES (?, ?, ?, ?, ?)')
    .run(key, request, answer.status, answer.body, now);
}
