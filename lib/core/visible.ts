/** What takes no room on the page: joiners, directional marks, variation selectors, fillers, the blank braille cell. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The longest email address that is taken: the guide's limit. */
export const EMAIL_MAX = 254;

/** How every text is kept: trimmed, every kind of line break as LF. A text in which nothing can be seen is none. */
export function tidy(text: string): string {
  const kept = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim();
  return lengthOf(kept) === 0 ? '' : kept;
}

/** Length as a person counts it: the code points that can be seen. */
export function lengthOf(text: string): number {
  return [...visible(text)].length;
}

/** The text without what cannot be seen. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** The field of a form by which a text is sent although something was found in it. */
export const AS_IS = 'sendAsIs';
