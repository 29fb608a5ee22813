import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MINUTE } from '@/lib/core/time';
import { showInbox, showMail, showMarkup, showNothing } from '@/lib/sandbox/mail/pages';
import { startSmtp } from '@/lib/sandbox/mail/smtp';
import {
  deleteMails,
  insertMail,
  listMails,
  type MailFilter,
  type MailStore,
  openMailStore,
  type StoredMail,
} from '@/lib/sandbox/mail/store';
import { isForeign, isLoopbackHost, sendJson } from '../stripe/http';

export type MailSandboxOptions = {
  /** 0 lets the system choose. */
  smtpPort: number;
  webPort: number;
  host?: string;
  /** A file's path, or ':memory:'. */
  database: string;
};

export type MailSandbox = {
  smtpUrl: string;
  url: string;
  smtpPort: number;
  webPort: number;
  close(): Promise<void>;
};

const MOST_LISTED = 200;
const LONGEST_WAIT_MS = MINUTE;

/** Requests that wait for a mail; each looks again when one has arrived. */
type Waiting = Set<() => void>;
/** By address, what the server answers to `RCPT TO` instead of taking mail for it. */
type Refusals = Map<string, string>;
type Parts = { store: MailStore; waiting: Waiting; refusals: Refusals };

/** A mail server that keeps what it is given, and the pages to read it. */
export async function startMailSandbox(options: MailSandboxOptions): Promise<MailSandbox> {
  const host = options.host ?? '127.0.0.1';
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new Error('The mail sandbox listens on this machine only.');
  }
  const store = openMailStore(options.database);
  const waiting: Waiting = new Set();
  const refusals: Refusals = new Map();
  const taken = (mail: Omit<StoredMail, 'seq'>) => {
    insertMail(store, mail);
    for (const look of waiting) look();
  };
  const smtp = await startSmtp(host, options.smtpPort, taken, refusals);
  const server = createServer((request, response) => answer({ store, waiting, refusals }, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.webPort, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    smtpUrl: `smtp://${name}:${smtp.port}`,
    url: `http://${name}:${port}`,
    smtpPort: smtp.port,
    webPort: port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, smtp.close()]);
      store.close();
    },
  };
}

function answer(
  { store, waiting, refusals }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, place = '', id = '', part = ''] = url.pathname.split('/');
  request.resume();
  if (!isLoopbackHost(request)) sendJson(response, 421, { error: 'This name isn’t this sandbox’s.' });
  else if (method === 'DELETE' && url.pathname === '/api/mails') remove(store, request, response);
  else if (method === 'POST' && url.pathname === '/api/refusals')
    refuse(refusals, url.searchParams, request, response);
  else if (method !== 'GET' && method !== 'HEAD') sendJson(response, 405, { error: 'Read only.' });
  else if (url.pathname === '/health') sendJson(response, 200, { ok: true });
  else if (url.pathname === '/api/mails') list(store, url.searchParams, response);
  else if (url.pathname === '/api/mails/wait') wait(store, waiting, url.searchParams, response);
  else if (url.pathname === '/') showInbox(store, url.searchParams, response);
  else if (place === 'mails' && part === '') showMail(store, Number(id), response);
  else if (place === 'mails' && part === 'html') showMarkup(store, Number(id), response);
  else showNothing(response);
}

function remove(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  if (isForeign(request)) {
    sendJson(response, 403, { error: 'Another site can’t change the sandbox.' });
    return;
  }
  deleteMails(store);
  sendJson(response, 200, { ok: true });
}

/** `POST /api/refusals?to=&answer=550 5.1.1 No such user`: from now on; without an answer the address takes mail again. */
function refuse(
  refusals: Refusals,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (isForeign(request)) {
    sendJson(response, 403, { error: 'Another site can’t change the sandbox.' });
    return;
  }
  const to = (query.get('to') ?? '').trim().toLowerCase();
  const answer = query.get('answer') ?? '';
  if (!to || (answer && !/^[45]\d\d \S/.test(answer))) {
    sendJson(response, 400, {
      error: 'Name an address (to) and what to reply (answer), such as 550 5.1.1 No such user.',
    });
    return;
  }
  if (answer) refusals.set(to, answer);
  else refusals.delete(to);
  sendJson(response, 200, { ok: true });
}

function filterOf(query: URLSearchParams): MailFilter {
  const after = query.get('after');
  return {
    to: query.get('to') ?? undefined,
    subject: query.get('subject') ?? undefined,
    after: after ? Number(after) || 0 : undefined,
  };
}

function list(store: MailStore, query: URLSearchParams, response: ServerResponse): void {
  sendJson(response, 200, { mails: listMails(store, filterOf(query), MOST_LISTED) });
}

/** Answers with the newest mail that fits as soon as there is one, or with 408 after `timeout` milliseconds. */
function wait(store: MailStore, waiting: Waiting, query: URLSearchParams, response: ServerResponse): void {
  const filter = filterOf(query);
  const given = Number(query.get('timeout') ?? 5000);
  const look = () => {
    const [mail] = listMails(store, filter, 1);
    if (mail) end(200, { mail });
  };
  const end = (status: number, value: unknown) => {
    waiting.delete(look);
    clearTimeout(timer);
    if (!response.writableEnded) sendJson(response, status, value);
  };
  const timer = setTimeout(
    () => end(408, { error: 'No such email has arrived.' }),
    Math.min(Number.isFinite(given) ? given : 5000, LONGEST_WAIT_MS),
  );
  response.on('close', () => {
    waiting.delete(look);
    clearTimeout(timer);
  });
  waiting.add(look);
  look();
}
