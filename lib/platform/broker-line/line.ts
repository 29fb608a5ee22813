import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The calls that the web may make to the broker, beside the queue. */
export const LINES = { sessions: '/sessions', externalIds: '/external-ids' } as const;

/** How far the two clocks may differ, and how long a call can be made at all. Wall time. */
export const WINDOW_MS = 30_000;

const AT = 'x-groundcrew-at';
const NONCE = 'x-groundcrew-nonce';
const SEAL = 'x-groundcrew-seal';

export type Headers = Record<string, string | string[] | undefined>;

function sealOf(secret: string, parts: { path: string; at: string; nonce: string; body: string }): string {
  const hash = createHash('sha256').update(parts.body).digest('hex');
  return createHmac('sha256', secret)
    .update(['POST', parts.path, parts.at, parts.nonce, hash].join('\n'))
    .digest('hex');
}

/** The headers that make a call genuine: it names its path, its body, its instant, and can be made once. */
export function seal(
  secret: string,
  path: string,
  body: string,
  now = Date.now(),
  nonce = randomBytes(16).toString('hex'),
): Record<string, string> {
  const at = String(now);
  return { [AT]: at, [NONCE]: nonce, [SEAL]: sealOf(secret, { path, at, nonce, body }) };
}

/** The nonce of a genuine call, which the broker then spends; null for any other. */
export function unseal(
  secret: string,
  path: string,
  body: string,
  headers: Headers,
  now = Date.now(),
): { nonce: string; expiresAt: Date } | null {
  const [at, nonce, given] = [headers[AT], headers[NONCE], headers[SEAL]].map((value) => String(value ?? ''));
  if (!/^\d{13}$/.test(at!) || !/^[0-9a-f]{32}$/.test(nonce!) || !/^[0-9a-f]{64}$/.test(given!)) return null;
  if (Math.abs(now - Number(at)) > WINDOW_MS) return null;
  const wanted = sealOf(secret, { path, at: at!, nonce: nonce!, body });
  if (!timingSafeEqual(Buffer.from(given!, 'hex'), Buffer.from(wanted, 'hex'))) return null;
  return { nonce: nonce!, expiresAt: new Date(Number(at) + 2 * WINDOW_MS) };
}
