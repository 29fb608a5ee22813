import { z } from 'zod';

/** Crockford's base32: no I, L, O or U, so that an id can be read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID as the 26 characters that stand in URLs. */
export function showId(uuid: string): string {
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let shown = '';
  for (let place = 0; place < 26; place += 1) {
    shown = ALPHABET[Number(rest & 31n)] + shown;
    rest >>= 5n;
  }
  return shown;
}

/** The UUID behind 26 characters (or behind a UUID), or null where the text is neither. */
export function readId(text: string): string | null {
  const lower = text.toLowerCase();
  if (UUID.test(lower)) return lower;
  if (!/^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(lower)) return null;
  let value = 0n;
  for (const letter of lower) value = (value << 5n) | BigInt(ALPHABET.indexOf(letter));
  const hex = value.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const INCOMPLETE = 'This link isn’t complete. Open the page again.';

/** An id in an input, in either form; the UUID comes out. */
export const idField = z.string({ error: INCOMPLETE }).transform((text, context) => {
  const id = readId(text.trim());
  if (id) return id;
  context.addIssue({ code: 'custom', message: INCOMPLETE });
  return z.NEVER;
});
