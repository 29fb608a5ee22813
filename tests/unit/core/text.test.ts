import { describe, expect, test } from 'vitest';
import { addressField, plainAddress, textField } from '@/lib/core/text';
import { lengthOf, tidy } from '@/lib/core/visible';

const title = textField('Request title', { min: 10, max: 40 });
const lines = textField('Description', { min: 1, max: 40, lines: true });
const optional = textField('Note', { min: 0, max: 40 });
const problemOf = (schema: typeof title, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

const sign = (code: number) => String.fromCodePoint(code);
const UNSEEN = [0x2800, 0x200b, 0x3164, 0x2060, 0xfe0f, 0x00ad, 0x115f, 0xfeff].map(sign);

describe('what can be seen is what counts', () => {
  test.each(UNSEEN)('twelve of %j are an empty title', (unseen) => {
    expect(problemOf(title, unseen.repeat(12))).toEqual(['Request title is missing.']);
    expect(optional.parse(unseen.repeat(12))).toBe('');
  });

  test('a title of nine letters is too short, however it is padded', () => {
    expect(problemOf(title, `abc${sign(0x200b).repeat(9)}defghi`)).toEqual([
      'Request title needs at least 10 characters; it has 9.',
    ]);
  });

  test('what cannot be seen has an end, too', () => {
    expect(problemOf(title, `A long enough title${sign(0x200b).repeat(30)}!`)).toEqual([
      'Request title has too many invisible characters. Type it again, or paste it as plain text.',
    ]);
  });

  test.each([
    ['👩‍👩‍👧', 3],
    ['❤️', 1],
    ['می‌خواهم', 7],
    ['a b', 3],
  ])('%s has %i', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });
});

describe('direction', () => {
  test.each([0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0xe0041, 0xe0001])('%i is refused', (code) => {
    expect(problemOf(title, `A title with ${sign(code)} in it`)).toEqual([
      "Request title has characters that can't be shown. Type it again, or paste it as plain text.",
    ]);
  });

  test.each([0x200e, 0x200f, 0x061c, 0x2066, 0x2067, 0x2068, 0x2069])('%i passes', (code) => {
    expect(title.parse(`A title with ${sign(code)} in it`)).toBe(`A title with ${sign(code)} in it`);
  });

  test('the flags that are spelled with tags pass, a hidden sentence does not', () => {
    const flag = String.fromCodePoint(0x1f3f4, 0xe0067, 0xe0062, 0xe0073, 0xe0063, 0xe0074, 0xe007f);
    expect(title.parse(`From Scotland ${flag}`)).toContain(flag);
    expect(problemOf(title, `From Scotland ${flag}${sign(0xe0041)}`)).toHaveLength(1);
  });

  test('half of a surrogate pair is refused', () => {
    expect(problemOf(title, 'A title with \ud800 in it')).toHaveLength(1);
  });
});

test('every kind of line break is one, and one line stays one line', () => {
  expect(tidy(` a\r\nb\rc\u2028d\u2029e `)).toBe('a\nb\nc\nd\ne');
  expect(lines.parse('a\u2028b')).toBe('a\nb');
  expect(problemOf(title, 'A title of\u2028two lines')).toEqual(['Request title must be one line.']);
});

describe('an email address', () => {
  test.each([
    ['ulrike@bücherei.example', 'ulrike@xn--bcherei-n2a.example'],
    ['Ulrike@BÜCHEREI.example', 'ulrike@xn--bcherei-n2a.example'],
    ['ulrike@xn--bcherei-n2a.example', 'ulrike@xn--bcherei-n2a.example'],
    [`mary${sign(0x200b)}@example.com${sign(0xfeff)}`, 'mary@example.com'],
    [' Mary@Example.com ', 'mary@example.com'],
    ['jörg@例え.jp', 'jörg@xn--r8jz45g.jp'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(plainAddress(typed)).toBe(kept);
  });

  test('with a domain in any script it is one that mail can be sent to', () => {
    expect(addressField.parse('ulrike@bücherei.example')).toBe('ulrike@xn--bcherei-n2a.example');
  });

  test.each([
    '',
    'mary',
    'mary@',
    '@example.com',
    'mary@exa mple.com',
    'a@b@example.com',
    'mary@example.com/x',
    'mary@[::1]',
  ])('%j is none', (typed) => {
    expect(addressField.safeParse(typed).success).toBe(false);
  });
});
