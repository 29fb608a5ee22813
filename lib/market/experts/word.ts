import { randomInt } from 'node:crypto';

/** Read aloud and typed by people: nothing that is taken for something else. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A word that nobody else has, for the page of a badge: whoever can write there has the account that earned it. */
export function newWord(): string {
  return `gc-${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
}
