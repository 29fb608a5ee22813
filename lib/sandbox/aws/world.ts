import type { Clock } from './clock';
import type { Database } from './database';
import type { Faults } from './faults';

export type PlatformSettings = {
  accountId: string;
  brokerAccessKeyId: string;
  brokerSecretAccessKey: string;
  brokerRoleArn: string;
};

/** Milliseconds; all can be changed while the sandbox runs. `propagationMsIn` names the Regions that take another time. */
export type Settings = {
  propagationMs: number;
  propagationMsIn: Record<string, number>;
  trailDelayMs: number;
};

/** What every operation works on: one sandbox with all its accounts. */
export type World = {
  database: Database;
  clock: Clock;
  settings: Settings;
  faults: Faults;
  throttle: Throttle;
  templateHosts: string[];
  returnUrl: string | undefined;
};

/** True when the call has to wait; counts the call otherwise. */
export type Throttle = (key: string) => boolean;

/** A token bucket of `perSecond` on the wall clock for each key. */
export function openThrottle(perSecond: number): Throttle {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key) => {
    const now = performance.now();
    const last = buckets.get(key) ?? { tokens: perSecond, at: now };
    const tokens = Math.min(perSecond, last.tokens + ((now - last.at) / 1000) * perSecond);
    const refused = tokens < 1;
    buckets.set(key, { tokens: refused ? tokens : tokens - 1, at: now });
    return refused;
  };
}
