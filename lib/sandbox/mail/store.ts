import { DatabaseSync } from 'node:sqlite';

export type StoredMail = {
  /** Grows with every mail: the cursor of lists and of `after`. */
  seq: number;
  from: string;
  /** Who it was handed over for, whatever its headers say. */
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** As they came, in order, decoded. */
  headers: { name: string; value: string }[];
  receivedAt: string;
};

export type MailStore = DatabaseSync;

const TABLES = `
  CREATE TABLE IF NOT EXISTS mail (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS recipient (
    address TEXT NOT NULL, mail INTEGER NOT NULL REFERENCES mail (seq) ON DELETE CASCADE, PRIMARY KEY (address, mail)
  ) WITHOUT ROWID;
`;

export function openMailStore(path: string): MailStore {
  const store = new DatabaseSync(path);
  store.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  store.exec(TABLES);
  return store;
}

export function insertMail(store: MailStore, mail: Omit<StoredMail, 'seq'>): StoredMail {
  store.exec('BEGIN IMMEDIATE');
  try {
    const { lastInsertRowid } = store.prepare('INSERT INTO mail (body) VALUES (?)').run(JSON.stringify(mail));
    const add = store.prepare('INSERT OR IGNORE INTO recipient (address, mail) VALUES (?, ?)');
    for (const address of mail.to) add.run(address, lastInsertRowid);
    store.exec('COMMIT');
    return { seq: Number(lastInsertRowid), ...mail };
  } catch (thrown) {
    store.exec('ROLLBACK');
    throw thrown;
  }
}

export type MailFilter = { to?: string; subject?: string; after?: number; before?: number };

/** Newest first. `subject` is any part of it, whatever its case. */
export function listMails(store: MailStore, filter: MailFilter, limit: number): StoredMail[] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, value: string | number | undefined) => {
    if (value === undefined || value === '') return;
    conditions.push(condition);
    values.push(value);
  };
  add('seq IN (SELECT mail FROM recipient WHERE address = ?)', filter.to?.trim().toLowerCase());
  add("instr(lower(json_extract(body, '$.subject')), lower(?)) > 0", filter.subject);
  add('seq > ?', filter.after);
  add('seq < ?', filter.before);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return store
    .prepare(`SELECT seq, body FROM mail ${where} ORDER BY seq DESC LIMIT ?`)
    .all(...values, limit)
    .map(read);
}

export function findMail(store: MailStore, seq: number): StoredMail | null {
  const row = store.prepare('SELECT seq, body FROM mail WHERE seq = ?').get(seq);
  return row ? read(row) : null;
}

export function deleteMails(store: MailStore): void {
  store.exec('DELETE FROM mail');
}

function read(row: Record<string, unknown>): StoredMail {
  return { seq: Number(row.seq), ...(JSON.parse(String(row.body)) as Omit<StoredMail, 'seq'>) };
}
