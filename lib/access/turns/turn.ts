import pg from 'pg';
import { databaseUrl } from '@/lib/platform/db/client';
import { log } from '@/lib/platform/log/logger';

/** Grants that one broker works on at the same time. A connection each, while the work lasts. */
export const AT_ONCE = 12;
/** How long to wait for another broker, or another job of this one, that has the grant. */
const PATIENCE = '25s';

const kept = globalThis as { groundcrewTurns?: pg.Pool };

function pool(): pg.Pool {
  if (!kept.groundcrewTurns) {
    kept.groundcrewTurns = new pg.Pool({
      connectionString: databaseUrl(),
      max: AT_ONCE,
      allowExitOnIdle: true,
      application_name: 'groundcrew-broker-turns',
    });
    // An idle connection that Postgres closes is replaced at the next use; unheard, it would end the process.
    kept.groundcrewTurns.on('error', (error) =>
      log().warn({ err: error }, 'a connection for turns was lost'),
    );
  }
  return kept.groundcrewTurns;
}

/**
 * Works on a grant's role in AWS while nobody else does: a role that one job finds missing must not be made by another
 * the moment after. The lock is of the connection, not of a transaction, and falls with the process that holds it.
 */
export async function inTurn<T>(grantId: string, work: () => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  const lost = (error: Error) => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query(`SET lock_timeout = '${PATIENCE}'`);
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`grant ${grantId}`]);
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock_all()').catch(lost);
    client.off('error', lost);
    // A connection that may still hold the lock is closed, not kept.
    client.release(broken);
  }
}

/** Closes the connections; after the last piece of work. */
export async function endTurns(): Promise<void> {
  const open = kept.groundcrewTurns;
  kept.groundcrewTurns = undefined;
  await open?.end();
}
