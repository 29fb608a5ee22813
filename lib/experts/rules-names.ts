/** A word of a name without its case, accents and dots. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a comparison of names ignores: case, accents, dots and the number of spaces. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** The words of a name, each with whether the other name has it too: what differs is marked. */
export function wordsOfName(name: string, other: string): { word: string; same: boolean }[] {
  const left = plain(other).split(' ');
  return name
    .trim()
    .split(/\s+/)
    .map((word) => {
      // "J.R." against "J R": every part of the word must be there, and is used up.
      const parts = plain(word).split(' ');
      const places = parts.map((part) => left.indexOf(part));
      if (places.includes(-1)) return { word, same: false };
      for (const part of parts) left.splice(left.indexOf(part), 1);
      return { word, same: true };
    });
}

/** The same words in another order: a family name that is printed first. */
export function otherOrder(one: string, other: string): boolean {
  const sorted = (name: string) => plain(name).split(' ').sort().join(' ');
  return !sameName(one, other) && sorted(one) === sorted(other);
}
