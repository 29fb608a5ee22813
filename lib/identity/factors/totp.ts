import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';
import { CODE_DIGITS } from '@/lib/core/step-up';
import { APP_SECONDS } from './rules';

/** What every authenticator app understands: SHA-1, six digits, thirty seconds (RFC 6238). */
const FORM = { issuer: 'Groundcrew', algorithm: 'SHA1', digits: CODE_DIGITS, period: APP_SECONDS } as const;

const totp = (secret: string, label = '') => new TOTP({ ...FORM, label, secret: Secret.fromBase32(secret) });

/** 160 random bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says. */
export function totpAddress(secret: string, label: string): string {
  return totp(secret, label).toString();
}

export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / APP_SECONDS);

/** The 30-second step that a code is of: this one, the one before or the one after, or null. Compares in constant time. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : stepAt(now) + delta;
}

/** The code that the app shows in a step. */
export function codeOfStep(secret: string, step: number): string {
  return totp(secret).generate({ timestamp: step * APP_SECONDS * 1000 });
}

/** A secret to be taken into an app, as text and as the picture that its camera reads. */
export type PendingSecret = { secret: string; qr: { size: number; path: string } };

export function pendingOf(secret: string, email: string): PendingSecret {
  return { secret, qr: pictureOf(totpAddress(secret, email)) };
}

/** The QR code as the path of an SVG: the page draws it, and no markup comes from elsewhere. */
function pictureOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { border: 0, ecc: 'M' });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join('') };
}
