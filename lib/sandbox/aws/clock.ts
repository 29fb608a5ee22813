import type { Database } from './database';

/** `now` can be moved and drives expiry, policies' dates and the trail; `wall` cannot, and drives propagation and signatures. */
export type Clock = { now(): number; wall(): number; offset(): number; setOffset(ms: number): void };

export function openClock(database: Database): Clock {
  const offset = () => Number(database.meta('clockOffsetMs') ?? 0);
  return {
    now: () => Date.now() + offset(),
    wall: () => Date.now(),
    offset,
    setOffset: (ms) => database.setMeta('clockOffsetMs', String(ms)),
  };
}
