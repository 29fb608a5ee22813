import { existsSync, readFileSync } from 'node:fs';

/** Postgres cannot be started here; the message is one sentence for the person at the terminal. */
export function postgresProblem(message: string): Error {
  const error = new Error(message);
  error.name = 'PostgresProblem';
  return error;
}

const tail = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-30) : []);

/** The one sentence for what Postgres wrote before it gave up. */
export function explain(logFile: string, port: number | null): Error {
  return postgresProblem(reasonOf(tail(logFile), port));
}

function reasonOf(lines: string[], port: number | null): string {
  const text = lines.join('\n');
  if (/No space left on device/i.test(text))
    return 'The disk is full. Postgres needs about 100 MB: free some space and start again.';
  if (/could not bind|Address already in use/i.test(text))
    return `Another program uses port ${port} (Postgres). Stop it, or set PORT to another number.`;
  if (/Permission denied/i.test(text))
    return 'Postgres can’t write to its data folder. Make the account that starts this its owner again.';
  if (/incompatible with server|not compatible with this version/i.test(text))
    return 'Another PostgreSQL version made the database in the data folder. Remove the folder to start over.';
  const reason =
    lines.filter((line) => /FATAL|PANIC|error:/.test(line)).at(-1) ?? lines.at(-1) ?? 'no reason given';
  return `Postgres couldn’t start: ${reason.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()}.`;
}

/** Turns what the file system refuses into one sentence. */
export function said<T>(work: () => T, folder: string): T {
  try {
    return work();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw postgresProblem(`Can’t write to ${path ?? folder}. Start this from a folder you can write to.`);
    if (code === 'ENOSPC') throw postgresProblem('The disk is full. Free some space and start again.');
    throw error;
  }
}
