import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const MATCHER = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/**
 * Profanity in a text. `plain`: the word as it stands there, beyond doubt. `masked`: one that is written around ("b*llsh1t"),
 * or that a word of another meaning may hide, which a person has to look at.
 */
export function swearingIn(text: string): { plain: string | null; masked: boolean } {
  const found = MATCHER.getAllMatches(text, true).map(({ startIndex, endIndex }) =>
    wordAround(text, startIndex, endIndex),
  );
  const plain = found.find((word) => /^\p{L}+$/u.test(word) && !/(\p{L})\1\1/u.test(word)) ?? null;
  return { plain, masked: found.length > 0 && plain === null };
}

/** The whole word in which a match lies. */
function wordAround(text: string, from: number, to: number): string {
  const before = /[^\s.,;:!?…"“”()]*$/.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^[^\s.,;:!?…"“”()]*/.exec(text.slice(to + 1))?.[0] ?? '';
  return before + text.slice(from, to + 1) + after;
}
