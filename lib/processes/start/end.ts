import { surroundings } from '@/lib/platform/env';

const LOOK_EVERY_MS = 500;

/**
 * Calls `end` when this is to stop: at a signal, however often it comes (npm passes on what a whole group has got already),
 * or when npm, through which it was started, is gone. Some shells stay between npm and us, and die of a signal without
 * passing it on.
 */
export function whenToldToStop(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (!surroundings().npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), LOOK_EVERY_MS).unref();
}
