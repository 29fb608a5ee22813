import { describe, expect, test } from 'vitest';
import { canHandle } from '@/lib/market/experts/rules';
import { photoPath, problemOf } from '@/lib/market/photos/rules';

describe('a public link', () => {
  const free = { current: null, taken: false };
  test.each([
    ['una-brandt', free, true],
    ['admin', free, false],
    ['una-brandt', { current: null, taken: true }, false],
    ['una-brandt', { current: 'Una-Brandt', taken: true }, true],
    ['otis', { current: 'una-brandt', taken: false }, false],
  ])('%s with %o: %s', (handle, of, may) => {
    const answer = canHandle(handle, of);
    expect(answer === null).toBe(may);
    if (!may) expect(answer).toMatchObject({ code: 'invalid', fields: { handle: answer?.message } });
  });
});

describe('a photo', () => {
  test('stands at an address with its hash, and in two sizes', () => {
    expect(photoPath('abc')).toBe('/api/photos/abc');
    expect(photoPath('abc', 'large')).toBe('/api/photos/abc?size=large');
    expect([photoPath(null), photoPath(undefined), photoPath('')]).toEqual([null, null, null]);
  });

  test('that was not kept is explained by a word that is ours', () => {
    expect(problemOf('large')).toContain('larger than');
    expect(problemOf('none')).toContain('Choose a picture');
    expect(problemOf('<b>')).toBeNull();
    expect(problemOf('toString')).toBeNull();
  });
});
