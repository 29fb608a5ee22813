import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '@/lib/market/edits/rules';

const textOf = (pieces: ReturnType<typeof differenceOf>, without: 'added' | 'removed') =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text.trimEnd())
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the difference of two texts', () => {
  test('names the words that went and those that came, and leaves the rest in one piece', () => {
    expect(differenceOf('We run MySQL 8 on RDS.', 'We run MySQL 9 on RDS.')).toEqual([
      { kind: 'same', text: 'We run MySQL ' },
      { kind: 'removed', text: '8 ' },
      { kind: 'added', text: '9 ' },
      { kind: 'same', text: 'on RDS.' },
    ]);
    expect(differenceOf('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(differenceOf('', 'new words')).toEqual([{ kind: 'added', text: 'new words' }]);
  });

  test('gives back both texts, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'the', 'database', 'is', 'slow'), { maxLength: 40 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differenceOf(before, after);
        expect(textOf(pieces, 'added')).toBe(plain(before));
        expect(textOf(pieces, 'removed')).toBe(plain(after));
      }),
    );
  });
});
