import type { AwsCredentials } from './config';
import type { AwsOutcome } from './problem';

export type SigninConfig = {
  /** AWS's own by default; the sandbox's in a demonstration. */
  endpoint?: string;
  /** Other origins than AWS's console to which a sign-in may lead: the sandbox's. */
  destinationOrigins?: string[];
};

export const SIGNIN_ENDPOINT = 'https://signin.aws.amazon.com';
const TIMEOUT_MS = 10_000;

export function isAllowedDestination(destination: string, origins: string[] = []): boolean {
  if (!URL.canParse(destination)) return false;
  const url = new URL(destination);
  if (url.username !== '' || url.password !== '') return false;
  if (origins.includes(url.origin)) return true;
  return url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.console.aws.amazon.com');
}

/** A token that opens the console once within 15 minutes. It is a credential: never logged, never stored. */
export async function getSigninToken(
  config: SigninConfig,
  credentials: AwsCredentials,
): Promise<AwsOutcome<string>> {
  const url = new URL('/federation', config.endpoint ?? SIGNIN_ENDPOINT);
  url.searchParams.set('Action', 'getSigninToken');
  url.searchParams.set(
    'Session',
    JSON.stringify({
      sessionId: credentials.accessKeyId,
      sessionKey: credentials.secretAccessKey,
      sessionToken: credentials.sessionToken,
    }),
  );
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) {
      const kind = response.status < 500 ? 'invalid' : 'unreachable';
      return { ok: false, problem: { kind, code: `HTTP ${response.status}` } };
    }
    const { SigninToken } = (await response.json()) as { SigninToken?: unknown };
    if (typeof SigninToken === 'string') return { ok: true, value: SigninToken };
    return { ok: false, problem: { kind: 'unreachable', code: 'NoSigninToken' } };
  } catch {
    // Whatever fetch says may contain the address, and the address contains the credentials.
    return { ok: false, problem: { kind: 'unreachable', code: 'SigninUnreachable' } };
  }
}

/** The address that signs the browser in. Throws when the destination is not the console: that is a bug, not an input. */
export function loginUrl(
  config: SigninConfig,
  input: { token: string; issuer: string; destination: string },
): string {
  if (!isAllowedDestination(input.destination, config.destinationOrigins)) {
    throw new RangeError('A console sign-in may only lead to the console');
  }
  const url = new URL('/federation', config.endpoint ?? SIGNIN_ENDPOINT);
  url.searchParams.set('Action', 'login');
  url.searchParams.set('Issuer', input.issuer);
  url.searchParams.set('Destination', input.destination);
  url.searchParams.set('SigninToken', input.token);
  return url.toString();
}
