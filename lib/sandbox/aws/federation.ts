import { createHash, timingSafeEqual } from 'node:crypto';
import { MINUTE } from '@/lib/core/time';
import { opaque, requestId } from './ids';
import { record } from './trail';
import { endOf, holderOf } from './who';
import { type Caller, wireError } from './wire';
import type { World } from './world';

const TOKEN_MS = 15 * MINUTE;
const badRequest = (message: string) => wireError('ValidationError', 400, message);

type Credentials = { sessionId?: unknown; sessionKey?: unknown; sessionToken?: unknown };

const same = (a: string, b: string) =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** Temporary credentials for a token that opens the console once within 15 minutes. */
export function signinToken(world: World, query: URLSearchParams): { SigninToken: string } {
  let given: Credentials;
  try {
    given = JSON.parse(query.get('Session') ?? '') as Credentials;
  } catch {
    throw badRequest('Session must be JSON.');
  }
  const { sessionId, sessionKey, sessionToken } = given ?? {};
  if (typeof sessionId !== 'string' || typeof sessionKey !== 'string' || typeof sessionToken !== 'string') {
    throw badRequest('Session must have sessionId, sessionKey and sessionToken.');
  }
  const key = holderOf(world, sessionId);
  if (
    !key?.caller.session ||
    !same(key.secret, sessionKey) ||
    !same(key.token ?? '', sessionToken) ||
    endOf(world, key.caller)
  ) {
    throw badRequest('The session is not valid.');
  }
  // A chained session opens the console only when nobody chose its length: AWS's rule for custom brokers.
  const { chained, durationGiven } = key.caller.session;
  if (chained && (durationGiven || query.has('SessionDuration'))) {
    throw badRequest('A session from role chaining cannot be used with a chosen duration.');
  }
  const duration = Number(query.get('SessionDuration') ?? 3600);
  if (!Number.isInteger(duration) || duration < 900 || duration > 43_200)
    throw badRequest('SessionDuration is not valid.');
  const token = opaque();
  const sql = 'INSERT INTO signinTokens (token, accessKeyId, expiresAt) VALUES (?, ?, ?)';
  world.database.run(sql, token, sessionId, world.clock.now() + TOKEN_MS);
  note(world, key.caller, 'GetSigninToken', {});
  return { SigninToken: token };
}

/** Exchanges the token for a console session's cookie; the token is used up even when its session has just ended. */
export function login(world: World, query: URLSearchParams, origin: string): { cookie: string } {
  const token = query.get('SigninToken') ?? '';
  const destination = query.get('Destination') ?? '';
  if (!isConsole(destination, origin)) throw badRequest('Destination must be an address of the console.');
  const row = world.database.one<{ accessKeyId: string; expiresAt: number }>(
    'SELECT * FROM signinTokens WHERE token = ?',
    token,
  );
  world.database.run('DELETE FROM signinTokens WHERE token = ?', token);
  const key = row && holderOf(world, row.accessKeyId);
  if (!key || row.expiresAt <= world.clock.now() || endOf(world, key.caller)) {
    throw badRequest('This sign-in link was used already, or it has expired. Ask for a new one.');
  }
  const cookie = opaque();
  const sql = 'INSERT INTO consoleSessions (cookie, accessKeyId, issuer) VALUES (?, ?, ?)';
  world.database.run(sql, cookie, row.accessKeyId, query.get('Issuer') ?? '');
  note(world, key.caller, 'ConsoleLogin', { ConsoleLogin: 'Success' });
  return { cookie };
}

/** Who holds the console's cookie, whether or not the session has ended; `issuer` is where one signs in again. */
export function consoleSession(world: World, cookie: string): { caller: Caller; issuer: string } | undefined {
  const sql = 'SELECT accessKeyId, issuer FROM consoleSessions WHERE cookie = ?';
  const row = world.database.one<{ accessKeyId: string; issuer: string }>(sql, cookie);
  const key = row && holderOf(world, row.accessKeyId);
  return key && { caller: key.caller, issuer: row.issuer };
}

function isConsole(destination: string, origin: string): boolean {
  if (!URL.canParse(destination)) return false;
  const url = new URL(destination);
  if (url.origin === origin) return url.pathname.startsWith('/console/');
  return url.protocol === 'https:' && /(^|\.)console\.aws\.amazon\.com$/.test(url.hostname);
}

function note(world: World, caller: Caller, name: string, response: unknown): void {
  record(world, {
    service: 'signin',
    name,
    region: 'us-east-1',
    readOnly: false,
    caller,
    sourceIp: '127.0.0.1',
    userAgent: 'browser',
    requestId: requestId(),
    request: null,
    response,
    touched: [],
    type: name === 'ConsoleLogin' ? 'AwsConsoleSignIn' : 'AwsApiCall',
  });
}
