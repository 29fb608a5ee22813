import { describe, expect, test } from 'vitest';
import { digitsOf, formatMoney, plainMoney, readMoney, shareOf } from '@/lib/core/money';

test.each([
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %i digits after the point', (currency, digits) => {
  expect(digitsOf(currency)).toBe(digits);
});

test.each([
  [120_000n, 'USD', '1200.00'],
  [5n, 'USD', '0.05'],
  [50n, 'USD', '0.50'],
  [0n, 'USD', '0.00'],
  [-1n, 'USD', '-0.01'],
  [-123_456n, 'USD', '-1234.56'],
  [1_200n, 'JPY', '1200'],
  [0n, 'JPY', '0'],
  [-7n, 'JPY', '-7'],
  [1n, 'KWD', '0.001'],
  [9_007_199_254_740_993n, 'USD', '90071992547409.93'],
])('%s in %s is written %s', (minor, currency, text) => {
  expect(plainMoney({ minor, currency })).toBe(text);
});

test.each([
  [120_000n, false, '$1,200.00'],
  [120_000n, true, '$1,200'],
  [120_050n, true, '$1,200.50'],
  [120_001n, true, '$1,200.01'],
  [-500n, false, '-$5.00'],
])('%s, short %s, is read as %s', (minor, short, text) => {
  expect(formatMoney({ minor, currency: 'USD' }, { short })).toBe(text);
});

describe('a typed amount', () => {
  const minorOf = (text: string, currency = 'USD') => readMoney('Amount', text, currency).minor;

  test.each([
    ['1,200,300.50', 120_030_050n],
    ['12,300', 1_230_000n],
    ['123,456', 12_345_600n],
    ['0.5', 50n],
    ['7.05', 705n],
    ['999999999999', 99_999_999_999_900n],
    ['1234567890123', null],
    ['1,20', null],
    ['1234,567', null],
    ['12.345', null],
    ['.5', null],
    ['5.', null],
    ['900 US$', null],
    ['EUR US$900', null],
  ])('%s: %s', (text, minor) => {
    expect(minorOf(text)).toBe(minor);
  });

  test('has no point in a currency that has no smaller unit', () => {
    expect(minorOf('1,200', 'JPY')).toBe(1_200n);
    expect(minorOf('1.5', 'JPY')).toBeNull();
  });
});

test.each([
  [3_350n, 300, 101n],
  [50n, 100, 1n],
  [49n, 100, 0n],
  [10_000n, 10_000, 10_000n],
  [1n, 0, 0n],
])('of %s, %i basis points are %s: rounded half up', (minor, points, share) => {
  expect(shareOf(minor, points)).toBe(share);
});
