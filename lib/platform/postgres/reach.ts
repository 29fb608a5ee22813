import { Client } from 'pg';

/** A database cannot be used; the message is one sentence that names the setting and what to do. */
export function databaseProblem(message: string, cause?: unknown): Error {
  const error = new Error(message, { cause });
  error.name = 'DatabaseProblem';
  return error;
}

/** An address, and the setting that it came from, as a sentence names it. */
export type Address = { url: string; named: string };

const ANSWER_WITHIN_MS = 10_000;

/** Connects, or says in one sentence which setting is wrong and what to do. */
export async function reach({ url, named }: Address, application: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: application,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
  });
  // What breaks later on is heard by the query that waits.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw whyNot(error as Failure, { url, named });
  }
}

type Failure = { code?: string; message: string; errors?: Failure[] };

/** The sentence for what a server, or the way to it, answered to a sign-in; the answer itself is its cause. */
function whyNot(error: Failure, address: Address): Error {
  // One name may stand for several addresses, each with a reason of its own.
  const cause = error.errors?.[0] ?? error;
  return databaseProblem(sentenceFor(cause, address), cause);
}

function sentenceFor({ code, message }: Failure, { url, named }: Address): string {
  const address = new URL(url);
  const account = decodeURIComponent(address.username) || 'its account';
  const database = decodeURIComponent(address.pathname.slice(1));
  const place = `${address.hostname}:${address.port || 5432}`;
  const said = message.replace(/\.$/, '');
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `No PostgreSQL responds at ${place} (${named}). Start it there, or fix the host and port.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${address.hostname} in ${named} wasn’t found. Fix it.`;
    case '28P01':
      return `The password of ${account} in ${named} is wrong. Fix it.`;
    case '28000':
      return `The server doesn’t let ${account} sign in (${named}): ${said}. Allow it there, as in pg_hba.conf.`;
    case '3D000':
      return `The database ${database} in ${named} doesn’t exist. Create it, or fix the name.`;
    case '42501':
      return `${account} in ${named} can’t connect to ${database}. Run GRANT CONNECT ON DATABASE ${database} TO ${account} there, as a superuser.`;
    case '53300':
      return `The server of ${named} has no connections left. Raise its max_connections.`;
    case '57P03':
      return `The server of ${named} isn’t ready (${said}). Start again in a moment.`;
    default:
      if (/timeout/i.test(message))
        return `${place} (${named}) didn’t respond within ${ANSWER_WITHIN_MS / 1000} seconds. Check the host, the port and the firewall.`;
      return `Can’t open the database in ${named}: ${said}.`;
  }
}
