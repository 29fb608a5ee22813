import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Entry } from './entry';
import { notFound } from './failure';

export type Store = DatabaseSync;

const TABLES = `
  CREATE TABLE IF NOT EXISTS entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS entry_kind ON entry (kind, seq);
  CREATE INDEX IF NOT EXISTS entry_customer ON entry (kind, json_extract(body, '$.customer'), seq);
  CREATE INDEX IF NOT EXISTS entry_intent ON entry (kind, json_extract(body, '$.payment_intent'), seq);
  CREATE INDEX IF NOT EXISTS entry_setup ON entry (kind, json_extract(body, '$.setup_intent'), seq);
  CREATE TABLE IF NOT EXISTS metadata (
    entry TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entry, key)
  );
  CREATE INDEX IF NOT EXISTS metadata_value ON metadata (key, value);
  CREATE TABLE IF NOT EXISTS idempotency (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, created INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS idempotency_created ON idempotency (created);
  CREATE TABLE IF NOT EXISTS delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL,
    rank REAL NOT NULL,
    state TEXT NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    status INTEGER,
    problem TEXT,
    ended INTEGER
  );
  CREATE INDEX IF NOT EXISTS delivery_state ON delivery (state, rank);
  CREATE INDEX IF NOT EXISTS delivery_event ON delivery (event);
  CREATE TABLE IF NOT EXISTS fault (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, mode TEXT NOT NULL, times INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

export function openStore(path: string): Store {
  const store = new DatabaseSync(path);
  store.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  store.exec(TABLES);
  return store;
}

/** All of `work` or none of it. Synchronous, so requests never interleave inside one. */
export function transaction<T>(store: Store, work: () => T): T {
  store.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    store.exec('COMMIT');
    return value;
  } catch (thrown) {
    store.exec('ROLLBACK');
    throw thrown;
  }
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function newId(prefix: string, length = 24): string {
  return `${prefix}_${[...randomBytes(length)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}

/** Inserts or replaces, and keeps the metadata searchable. */
export function save<T extends Entry>(store: Store, entry: T): T {
  store
    .prepare(
      'INSERT INTO entry (id, kind, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
    )
    .run(entry.id, entry.object, JSON.stringify(entry));
  store.prepare('DELETE FROM metadata WHERE entry = ?').run(entry.id);
  const tags = Object.entries((entry.metadata as Record<string, string> | null | undefined) ?? {});
  for (const [key, value] of tags) {
    store.prepare('INSERT INTO metadata (entry, key, value) VALUES (?, ?, ?)').run(entry.id, key, value);
  }
  return entry;
}

export function find<T extends Entry>(store: Store, kind: string, id: string): T | null {
  const row = store.prepare('SELECT body FROM entry WHERE id = ? AND kind = ?').get(id, kind);
  return row ? (JSON.parse(String(row.body)) as T) : null;
}

export function findAny(store: Store, id: string): Entry | null {
  const row = store.prepare('SELECT body FROM entry WHERE id = ?').get(id);
  return row ? (JSON.parse(String(row.body)) as Entry) : null;
}

export function mustFind<T extends Entry>(store: Store, kind: string, id: string, param?: string): T {
  const entry = find<T>(store, kind, id);
  if (!entry) throw notFound(kind, id, param);
  return entry;
}

export type Page<T> = { entries: T[]; more: boolean };

export type Slice = { limit: number; after?: string; before?: string };

/** Newest first. `where` names top-level fields of the object and the value each must have. */
export function page<T extends Entry>(
  store: Store,
  kind: string,
  where: Record<string, string | undefined>,
  slice: Slice,
): Page<T> {
  const filters = Object.entries(where).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const conditions = ['kind = ?', ...filters.map(([field]) => `json_extract(body, '$.${field}') = ?`)];
  const values = [kind, ...filters.map(([, value]) => value)];
  if (slice.after) {
    conditions.push('seq < (SELECT seq FROM entry WHERE id = ?)');
    values.push(slice.after);
  }
  if (slice.before) {
    conditions.push('seq > (SELECT seq FROM entry WHERE id = ?)');
    values.push(slice.before);
  }
  const order = slice.before ? 'ASC' : 'DESC';
  const rows = store
    .prepare(`SELECT body FROM entry WHERE ${conditions.join(' AND ')} ORDER BY seq ${order} LIMIT ?`)
    .all(...values, slice.limit + 1)
    .map((row) => JSON.parse(String(row.body)) as T);
  const entries = rows.slice(0, slice.limit);
  return { entries: slice.before ? entries.reverse() : entries, more: rows.length > slice.limit };
}

export function setting(store: Store, name: string): string | null {
  const row = store.prepare('SELECT value FROM setting WHERE name = ?').get(name);
  return row ? String(row.value) : null;
}

export function saveSetting(store: Store, name: string, value: string): void {
  store
    .prepare(
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, value);
}
