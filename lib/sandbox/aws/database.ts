import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS accounts (id TEXT PRIMARY KEY, alias TEXT NOT NULL, ownerKeyId TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS roles (
  id TEXT PRIMARY KEY, accountId TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, arn TEXT NOT NULL, description TEXT NOT NULL,
  maxSession INTEGER NOT NULL, createdAt INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS rolesByName ON roles (accountId, lower(name));
CREATE TABLE IF NOT EXISTS roleStates (
  seq INTEGER PRIMARY KEY, roleId TEXT NOT NULL REFERENCES roles(id), wallAt INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS roleStatesByRole ON roleStates (roleId, seq);
CREATE TABLE IF NOT EXISTS users (
  id TEXT PRIMARY KEY, accountId TEXT NOT NULL, name TEXT NOT NULL, arn TEXT NOT NULL, policies TEXT NOT NULL, boundary TEXT, createdAt INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS usersByName ON users (accountId, lower(name));
CREATE TABLE IF NOT EXISTS keys (
  id TEXT PRIMARY KEY, secret TEXT NOT NULL, accountId TEXT NOT NULL, userId TEXT, session TEXT, createdAt INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS policies (
  arn TEXT PRIMARY KEY, id TEXT NOT NULL, accountId TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS instanceProfiles (
  id TEXT PRIMARY KEY, accountId TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL, arn TEXT NOT NULL, roleId TEXT, createdAt INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, accountId TEXT NOT NULL, region TEXT NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
  readOnly TEXT NOT NULL, username TEXT, accessKeyId TEXT, resources TEXT NOT NULL, event TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS eventsByAccount ON events (accountId, region, at, seq);
CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY, accountId TEXT NOT NULL, region TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, body BLOB NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (bucket, key)) STRICT;
CREATE TABLE IF NOT EXISTS instances (
  id TEXT PRIMARY KEY, accountId TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, image TEXT NOT NULL, state TEXT NOT NULL, launchedAt INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS stacks (
  id TEXT PRIMARY KEY, accountId TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL, resources TEXT NOT NULL, createdAt INTEGER NOT NULL, deletedAt INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS signinTokens (token TEXT PRIMARY KEY, accessKeyId TEXT NOT NULL, expiresAt INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS consoleSessions (cookie TEXT PRIMARY KEY, accessKeyId TEXT NOT NULL, issuer TEXT NOT NULL) STRICT;
`;

export type Database = {
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** All or nothing; nothing inside may await. */
  atomically<T>(work: () => T): T;
  meta(name: string): string | undefined;
  setMeta(name: string, value: string): void;
  close(): void;
};

/** `path` is a file, made together with its folder, or `:memory:`. */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sqlite = new DatabaseSync(path);
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
  sqlite.exec(schema);
  const prepared = new Map<string, ReturnType<typeof sqlite.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? sqlite.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  let depth = 0;
  const database: Database = {
    all: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as Row[],
    one: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => {
      statement(sql).run(...values);
    },
    atomically: (work) => {
      if (depth > 0) return work();
      depth += 1;
      sqlite.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    meta: (name) => database.one<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value,
    setMeta: (name, value) =>
      database.run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', name, value),
    close: () => sqlite.close(),
  };
  return database;
}
