import { Client } from 'pg';

/** What a migrated database is before anything has happened in it: by what it is known again, and the rows it begins with. */
export type Fresh = { shape: string; rows: Record<string, string> };

const TABLES = `
  SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname IN ('public', 'pgboss') ORDER BY 1`;

/**
 * Every table, column, function, trigger and right by its id and the transaction that wrote it last: a copy has the same,
 * until something changes.
 */
const SHAPE = `
  SELECT md5(string_agg(line, ',' ORDER BY line)) AS shape FROM (
    SELECT oid || ':' || xmin AS line FROM pg_class WHERE relkind NOT IN ('i', 't') AND relpersistence = 'p'
    UNION ALL SELECT oid || ':' || xmin FROM pg_trigger
    UNION ALL SELECT oid || ':' || xmin FROM pg_proc
    UNION ALL SELECT oid || ':' || xmin FROM pg_constraint
    UNION ALL SELECT indexrelid || ':' || xmin FROM pg_index
    UNION ALL SELECT attrelid || '.' || attnum || ':' || xmin FROM pg_attribute
    UNION ALL SELECT oid || ':' || xmin FROM pg_attrdef
    UNION ALL SELECT oid || ':' || xmin FROM pg_enum
    UNION ALL SELECT oid || ':' || xmin FROM pg_policy
  ) every`;

/** More than this is thrown away rather than emptied: what was deleted still takes its place. */
const MOST_BYTES = 48 * 1024 * 1024;

async function shapeOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ shape: string }>(SHAPE);
  return rows[0]!.shape;
}

/** Reads what the template is. */
export async function readFresh(url: string): Promise<Fresh> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const rows: Record<string, string> = {};
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const held = await client.query<{ all: string | null }>(
        `SELECT json_agg(t)::text AS all FROM ${name} t`,
      );
      if (held.rows[0]!.all) rows[name] = held.rows[0]!.all;
    }
    return { shape: await shapeOf(client), rows };
  } finally {
    await client.end();
  }
}

/** A copy costs about a second: a thousand files. */
export async function copyTemplate(admin: Client, name: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE groundcrew`);
}

/**
 * Takes out what the last file has put in and puts back what was there at first, in a hundredth of the time. False where
 * there is no such database, or something else than rows has changed in it.
 */
export async function emptied(admin: Client, url: string, { shape, rows }: Fresh): Promise<boolean> {
  const name = new URL(url).pathname.slice(1);
  const { rows: found } = await admin.query<{ bytes: string }>(
    'SELECT pg_database_size(oid) AS bytes FROM pg_database WHERE datname = $1',
    [name],
  );
  if (!found[0] || Number(found[0].bytes) > MOST_BYTES) return false;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if ((await shapeOf(client)) !== shape) return false;
    const tables = (await client.query<{ name: string }>(TABLES)).rows;
    // As a replica, so that no trigger keeps what must never be deleted.
    await client.query("BEGIN; SET LOCAL session_replication_role = 'replica'");
    await client.query(tables.map((table) => `DELETE FROM ${table.name}`).join(';'));
    for (const [table, held] of Object.entries(rows))
      await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
        held,
      ]);
    await client.query(`
      SELECT setval(format('%I.%I', schemaname, sequencename), start_value, false)
      FROM pg_sequences WHERE last_value IS NOT NULL`);
    await client.query('COMMIT');
    return true;
  } finally {
    await client.end();
  }
}
