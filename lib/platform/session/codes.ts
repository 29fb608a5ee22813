import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_DIGITS } from '@/lib/core/step-up';

/** Digits, each equally likely. */
export function newCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** A code is too short for a bare hash: whoever reads the table could try all of them. Keyed, and bound to what it is for. */
export function codeHashOf(key: string, of: string, code: string): string {
  return createHmac('sha256', key).update(`${of}:${code}`).digest('hex');
}

/** A network as it is counted: keyed, so that no address is kept. */
export function networkHashOf(key: string, network: string | null | undefined): string | null {
  return network ? codeHashOf(key, 'network', network) : null;
}

/** Compares two hashes in a time that does not tell how much of them agrees. */
export function sameHash(one: string | null, other: string): boolean {
  const [a, b] = [Buffer.from(one ?? '', 'hex'), Buffer.from(other, 'hex')];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}
