import type { Form } from './form';
import { type Store, saveSetting, setting } from './store';

/** What every part of the sandbox works on. */
export type Sandbox = {
  store: Store;
  secretKey: string;
  webhook: { url: string; secret: string } | null;
  /** Where its pages are, without a slash at the end; known once the server listens. */
  origin: string;
  /** Looks at the delivery queue again; called after a commit. */
  wake: () => void;
};

/** One API request: the path's ids, its parameters, and what an event says about its cause. */
export type Call = {
  sandbox: Sandbox;
  store: Store;
  ids: string[];
  form: Form;
  request: { id: string | null; idempotency_key: string | null };
};

/** Seconds on the sandbox's movable clock; only signatures and the delivery queue use wall time. */
export function now(store: Store): number {
  return Math.floor((Date.now() + clockOffset(store)) / 1000);
}

export function clockOffset(store: Store): number {
  return Number(setting(store, 'clockOffsetMs') ?? 0);
}

export function setClockOffset(store: Store, offsetMs: number): void {
  saveSetting(store, 'clockOffsetMs', String(offsetMs));
}
