import { randomBytes, randomUUID } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function letters(count: number): string {
  return Array.from(randomBytes(count), (byte) => ALPHABET[byte & 31]).join('');
}

/** IAM's unique ids and key ids: the prefix tells the kind (AROA role, AIDA user, ANPA policy, AIPA profile, AKIA and ASIA keys). */
export function uniqueId(prefix: 'AROA' | 'AIDA' | 'ANPA' | 'AIPA' | 'AKIA' | 'ASIA'): string {
  return prefix + letters(prefix === 'AKIA' || prefix === 'ASIA' ? 16 : 17);
}

export const secretKey = () => randomBytes(30).toString('base64');
export const sessionToken = () => `FwoGZXIvYXdzE${randomBytes(180).toString('base64')}`;
export const requestId = () => randomUUID();
export const hexId = (prefix: string) => `${prefix}-${randomBytes(9).toString('hex').slice(0, 17)}`;
export const opaque = () => randomBytes(32).toString('base64url');
