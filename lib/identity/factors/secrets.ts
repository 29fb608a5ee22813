import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { RECOVERY_LETTERS } from './rules';

/** Crockford's base32 in small letters: nothing that is read as something else. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Five random bits a letter, 50 in all, as "7k3mw-9xq2d". */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(RECOVERY_LETTERS), (byte) => LETTERS[byte & 31]).join('');
  return inHalves(letters);
}

const inHalves = (letters: string) =>
  `${letters.slice(0, RECOVERY_LETTERS / 2)}-${letters.slice(RECOVERY_LETTERS / 2)}`;

/** A recovery code as it was made, however it was typed. */
export function tidyRecoveryCode(typed: string): string {
  const letters = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return inHalves(letters);
}

const keyFor = (key: string, what: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `groundcrew ${what}`, 32));

/** AES-256-GCM under a key made from the installation's secret, bound to whose it is: a row copied to another person does not open. */
export function sealed(key: string, whose: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, 'authenticator'), nonce).setAAD(
    Buffer.from(whose),
  );
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return ['v1', nonce, cipher.getAuthTag(), body]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.');
}

/** What `sealed` has sealed. Throws where it was changed, or sealed for somebody else or under another secret. */
export function unsealed(key: string, whose: string, text: string): string {
  const [version, nonce, tag, body] = text.split('.');
  if (version !== 'v1' || !nonce || !tag || !body) throw new Error('not a sealed secret');
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'authenticator'), bytes(nonce), {
    authTagLength: 16,
  })
    .setAAD(Buffer.from(whose))
    .setAuthTag(bytes(tag));
  return Buffer.concat([decipher.update(bytes(body)), decipher.final()]).toString('utf8');
}
