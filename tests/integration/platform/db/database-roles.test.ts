import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { denyGrant } from '@/lib/access/grants/jobs';
import { sendNotification } from '@/lib/notifications/news/jobs';
import { ROLES, type Role } from '@/lib/platform/postgres/roles';
import { sayMode } from '@/tests/fixtures/dump';
import { makeWorld } from '@/tests/fixtures/world';
import { addresses } from '@/tests/setup/database';

const clients = {} as Record<Role | 'owner', Client>;
beforeAll(async () => {
  for (const [role, url] of Object.entries(addresses())) {
    const client = new Client({ connectionString: url });
    await client.connect();
    clients[role as Role] = client;
  }
  // The edits of requests are guarded row by row, so there has to be one.
  const { requestId, people } = await makeWorld();
  await clients.owner.query(
    `INSERT INTO "request_edit" ("requestId", "personId", title, description, budget, location, at)
     SELECT id, $2, title, description, budget, location, now() FROM "request" WHERE id = $1`,
    [requestId, people.owner.personId],
  );
});
afterAll(() => Promise.all(Object.values(clients).map((client) => client.end())));

/** Postgres's code for "not your right"; the triggers that keep rows as they are use it too. */
const DENIED = '42501';
/** "done", or the code that Postgres refused with. Nothing of it stays. */
async function attempt(role: Role | 'owner', sql: string): Promise<string> {
  const client = clients[role];
  await client.query('BEGIN');
  try {
    await client.query(sql);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Tables whose rows nobody changes, each with a column that a forger would like to write. */
const WRITTEN_ONCE = {
  audit_entry: 'action',
  audit_seal: 'hash',
  status_change: 'to',
  ledger_entry: 'amountMinor',
  ledger_transaction: 'kind',
  message: 'body',
  grant_step: 'kind',
  activity_event: 'name',
  request_edit: 'title',
  milestone: 'amountMinor',
};

describe('what is written once', () => {
  test.each(Object.entries(WRITTEN_ONCE))('%s: no role may change or remove it', async (table, column) => {
    for (const role of ROLES) {
      expect(await attempt(role, `UPDATE "${table}" SET "${column}" = "${column}"`)).toBe(DENIED);
      expect(await attempt(role, `DELETE FROM "${table}"`)).toBe(DENIED);
      expect(await attempt(role, `TRUNCATE "${table}" CASCADE`)).toBe(DENIED);
      expect(await attempt(role, `ALTER TABLE "${table}" DISABLE TRIGGER ALL`)).toBe(DENIED);
    }
  });

  test.each(Object.entries(WRITTEN_ONCE))('%s: not even its owner by accident', async (table, column) => {
    expect(await attempt('owner', `UPDATE "${table}" SET "${column}" = "${column}"`)).toBe(DENIED);
    expect(await attempt('owner', `DELETE FROM "${table}"`)).toBe(DENIED);
  });

  test('the web writes no ledger and no seal', async () => {
    expect(await attempt('web', `INSERT INTO "ledger_transaction" (kind, at) VALUES ('charge', now())`)).toBe(
      DENIED,
    );
    expect(await attempt('web', `INSERT INTO "ledger_entry" SELECT * FROM "ledger_entry"`)).toBe(DENIED);
    expect(await attempt('web', `INSERT INTO "audit_seal" SELECT * FROM "audit_seal"`)).toBe(DENIED);
    // The same is the worker's to do, so that this is about the role and not about the words.
    expect(await attempt('worker', `INSERT INTO "ledger_entry" SELECT * FROM "ledger_entry"`)).toBe('done');
    expect(await attempt('worker', `INSERT INTO "audit_seal" SELECT * FROM "audit_seal"`)).toBe('done');
  });
});

describe('what is not for everybody', () => {
  test("external ids are the broker's alone", async () => {
    const secret = 'SELECT count(*) FROM "connection_secret"';
    expect(await attempt('web', secret)).toBe(DENIED);
    expect(await attempt('worker', secret)).toBe(DENIED);
    expect(await attempt('broker', secret)).toBe('done');
    expect(await attempt('web', `DELETE FROM "connection_secret"`)).toBe(DENIED);
  });

  test('the broker reads nothing that signs in or pays, and writes no money', async () => {
    for (const table of ['session', 'sign_in', 'admin_invitation', 'socket_ticket', 'payment_method'])
      expect(await attempt('broker', `SELECT count(*) FROM "${table}"`)).toBe(DENIED);
    for (const table of ['payment', 'payment_request', 'proposal', 'person'])
      expect(await attempt('broker', `DELETE FROM "${table}"`)).toBe(DENIED);
    expect(await attempt('broker', `INSERT INTO "ledger_entry" SELECT * FROM "ledger_entry"`)).toBe(DENIED);
  });

  test('no role makes tables, becomes another, or turns triggers off', async () => {
    for (const role of ROLES) {
      expect(await attempt(role, 'CREATE TABLE kept (id integer)')).toBe(DENIED);
      expect(await attempt(role, `SET session_replication_role = 'replica'`)).toBe(DENIED);
      for (const other of ROLES.filter((name) => name !== role))
        expect(await attempt(role, `SET ROLE groundcrew_${other}`)).toBe(DENIED);
      expect(await attempt(role, 'SELECT count(*) FROM "_prisma_migrations"')).toBe(DENIED);
    }
  });
});

describe('the queue', () => {
  const jobs = { worker: sendNotification.name, broker: denyGrant.name };
  const waiting = (name: string) => `INSERT INTO pgboss.job (name, data) VALUES ('${name}', '{}')`;

  test('takes jobs of anyone', async () => {
    for (const role of ROLES)
      for (const name of Object.values(jobs)) expect(await attempt(role, waiting(name))).toBe('done');
  });

  test.each(['pgboss.job', 'pgboss.job_common'])(
    '%s: gives a job to the process that it is for',
    async (table) => {
      for (const name of Object.values(jobs)) await clients.owner.query(waiting(name));
      const taken = async (role: 'worker' | 'broker', name: string) => {
        const { rowCount } = await clients[role].query(
          `UPDATE ${table} SET state = 'active' WHERE name = $1`,
          [name],
        );
        return rowCount;
      };
      expect(await taken('worker', jobs.broker)).toBe(0);
      expect(await taken('broker', jobs.worker)).toBe(0);
      expect(await taken('worker', jobs.worker)).toBe(1);
      expect(await taken('broker', jobs.broker)).toBe(1);
      expect(
        (await clients.worker.query(`DELETE FROM ${table} WHERE name = $1`, [jobs.broker])).rowCount,
      ).toBe(0);
      expect(
        (await clients.broker.query(`DELETE FROM ${table} WHERE name = $1`, [jobs.broker])).rowCount,
      ).toBe(1);
      expect(
        (await clients.worker.query(`DELETE FROM ${table} WHERE name = $1`, [jobs.worker])).rowCount,
      ).toBe(1);
      expect(await attempt('web', `DELETE FROM ${table}`)).toBe(DENIED);
    },
  );
});

describe('the clock', () => {
  test('is written by no role', async () => {
    for (const role of ROLES) {
      expect(await attempt(role, 'UPDATE "clock" SET "offsetMs" = 1')).toBe(DENIED);
      expect(await attempt(role, 'DELETE FROM "clock"')).toBe(DENIED);
      expect(await attempt(role, 'UPDATE installation SET demo = true')).toBe(DENIED);
    }
  });

  test('does not move outside a demo, whoever asks', async () => {
    await clients.owner.query(sayMode(false));
    for (const role of ROLES) expect(await attempt(role, 'SELECT move_clock(1000)')).toBe(DENIED);
    expect(await attempt('owner', 'SELECT move_clock(1000)')).toBe(DENIED);
  });

  test('moves in a demo, forward, by the web alone', async () => {
    await clients.owner.query(sayMode(true));
    expect(await attempt('web', 'SELECT move_clock(1000)')).toBe('done');
    expect(await attempt('web', 'SELECT move_clock(-1)')).toBe('23514');
    expect(await attempt('worker', 'SELECT move_clock(1000)')).toBe(DENIED);
    expect(await attempt('broker', 'SELECT move_clock(1000)')).toBe(DENIED);
  });
});
