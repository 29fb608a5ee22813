import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { no, Refusal } from '@/lib/core/refusal';
import { MINUTE, SECOND } from '@/lib/core/time';
import { databaseUrl } from '@/lib/platform/db/client';
import { log } from '@/lib/platform/log/logger';

/**
 * So many calls within a span, for each key: the person where there is one, or the network. `network`: the network
 * for everybody, for what is done to become somebody; `apart`: the person, each of their networks for itself, so that
 * whoever guesses elsewhere in a person's name leaves them theirs. `closed`: when the limiter itself fails, the call is
 * refused.
 */
export type Limit = {
  name: string;
  points: number;
  within: number;
  closed?: boolean;
  network?: true | 'apart';
};

const kept = globalThis as {
  groundcrewLimits?: { pool: pg.Pool; made: Map<string, Promise<RateLimiterPostgres>> };
};

function limits() {
  kept.groundcrewLimits ??= {
    pool: new pg.Pool({ connectionString: databaseUrl(), max: 2, allowExitOnIdle: true }),
    made: new Map(),
  };
  return kept.groundcrewLimits;
}

function limiterOf({ name, points, within }: Limit): Promise<RateLimiterPostgres> {
  const { pool, made } = limits();
  let limiter = made.get(name);
  if (!limiter) {
    // The table is made by a migration: the web's role may not create one.
    limiter = Promise.resolve(
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: within / SECOND,
      }),
    );
    made.set(name, limiter);
  }
  return limiter;
}

/** Takes one point from the key's budget, or throws `limited` with how long to wait. Wall time. */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await (await limiterOf(limit)).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) {
      const minutes = Math.max(1, Math.ceil(error.msBeforeNext / MINUTE));
      throw new Refusal({
        ...no(
          'limited',
          `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
        ),
        retryAfterMs: error.msBeforeNext,
      });
    }
    log().error({ err: error, limit: limit.name }, 'limiter failed');
    if (limit.closed) throw new Refusal(no('limited', 'We can’t do this right now. Try again in a minute.'));
  }
}
