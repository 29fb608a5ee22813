import { expect, test } from 'vitest';
import { HOUR, later, MINUTE } from '@/lib/core/time';
import { eventOf, keyMayBeForgotten, nextCheck } from '@/lib/money/payments/rules';

const made = new Date('2026-11-24T12:00:00Z');

test.each([
  [0, 2],
  [60 * MINUTE - 1, 2],
  [60 * MINUTE, 10],
  [24 * HOUR - 1, 10],
  [24 * HOUR, 60],
])('a payment of %i ms is looked at again in %i minutes', (age, minutes) => {
  const at = later(made, age);
  expect(nextCheck(made, at)).toEqual(later(at, minutes * MINUTE));
});

test('a key may be forgotten once 23 hours are over, and not before', () => {
  expect(keyMayBeForgotten(made, later(made, 23 * HOUR))).toBe(false);
  expect(keyMayBeForgotten(made, later(made, 23 * HOUR + 1))).toBe(true);
});

test.each([
  ['pending', 'ready', null],
  ['pending', 'processing', 'process'],
  ['pending', 'action_required', 'ask'],
  ['action_required', 'canceled', 'fail'],
  ['processing', 'action_required', null],
  ['failed', 'succeeded', null],
] as const)('%s and told %s: %s', (status, told, event) => {
  expect(eventOf(status, told)).toBe(event);
});
