import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** Six digits, each equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A code is too short for a bare hash: whoever reads the table could try all of them. Keyed, and bound to its sign-in. */
export function codeHashOf(key: string, signInId: string, code: string): string {
  return createHmac('sha256', key).update(`${signInId}:${code}`).digest('hex');
}

/** Compares two hashes in a time that does not tell how much of them agrees. */
export function sameHash(one: string | null, other: string): boolean {
  const [a, b] = [Buffer.from(one ?? '', 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}
