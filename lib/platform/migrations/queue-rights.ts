import type { Client } from 'pg';
import type { Job } from '@/lib/platform/jobs/job';

/** The web only adds jobs and looks at them; the worker and the broker also take, finish and delete them. */
const RIGHTS = {
  groundcrew_web: 'SELECT, INSERT',
  groundcrew_worker: 'SELECT, INSERT, UPDATE, DELETE',
  groundcrew_broker: 'SELECT, INSERT, UPDATE, DELETE',
};
/** Where pg-boss keeps jobs: the table that it asks, and the part of it that our queues share. */
const TABLES = ['pgboss.job', 'pgboss.job_common'];

/**
 * What each role may do with the queue: anyone adds jobs, but only the process that a job is for may take it. So the
 * worker, which has the mail and the money, cannot make the broker's jobs vanish, nor the broker the worker's.
 */
export async function grantQueue(client: Client, jobs: readonly Job[]): Promise<void> {
  const roles = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
    [Object.keys(RIGHTS)],
  );
  const names = roles.rows.map(({ rolname }) => rolname as keyof typeof RIGHTS);
  for (const role of names) {
    await client.query(`GRANT USAGE ON SCHEMA pgboss TO ${role}`);
    await client.query(`GRANT ${RIGHTS[role]} ON ALL TABLES IN SCHEMA pgboss TO ${role}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO ${role}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${role}`);
    // Every process that opens the queue keeps one row of its own there: that it is alive.
    await client.query(`GRANT UPDATE, DELETE ON pgboss.instance TO ${role}`);
  }
  if (names.length > 0) for (const table of TABLES) await keepApart(client, table, names, jobs);
}

async function keepApart(
  client: Client,
  table: string,
  roles: readonly string[],
  jobs: readonly Job[],
): Promise<void> {
  const policy = async (name: string, rest: string) => {
    await client.query(`DROP POLICY IF EXISTS ${name} ON ${table}`);
    await client.query(`CREATE POLICY ${name} ON ${table} ${rest}`);
  };
  await client.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await policy('seen_by_all', `FOR SELECT TO ${roles.join(', ')} USING (true)`);
  await policy('added_by_all', `FOR INSERT TO ${roles.join(', ')} WITH CHECK (true)`);
  for (const actor of ['worker', 'broker'] as const) {
    const role = `groundcrew_${actor}`;
    if (!roles.includes(role)) continue;
    const own = jobs.filter(({ by }) => by === actor).map(({ name }) => client.escapeLiteral(name));
    const taken = `TO ${role} USING (name = ANY (ARRAY[${own.join(', ')}]::text[]))`;
    await policy(`taken_by_${actor}`, `FOR UPDATE ${taken}`);
    await policy(`removed_by_${actor}`, `FOR DELETE ${taken}`);
  }
}
