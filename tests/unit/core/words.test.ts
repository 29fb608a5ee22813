import { expect, test } from 'vitest';
import { inWords, inWordsFirst, ordinal } from '@/lib/core/words';

test('small counts and places are written as people write them', () => {
  expect([0, 1, 3, 9, 10, 13, 20, 21, 300].map(inWords)).toEqual([
    ...['no', 'one', 'three', 'nine', 'ten', 'thirteen', 'twenty', '21', '300'],
  ]);
  expect([0, 6, 10, 21].map(inWordsFirst)).toEqual(['No', 'Six', 'Ten', '21']);
  expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 30].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 30th',
  );
});
