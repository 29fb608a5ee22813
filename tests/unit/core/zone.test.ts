import { describe, expect, test } from 'vitest';
import { HOUR } from '@/lib/core/time';
import { nextAt } from '@/lib/core/zone';

describe('the next morning', () => {
  test.each([
    ['before 8 it is today', '2026-11-26T06:59:59Z', 'Europe/Stockholm', '2026-11-26T07:00:00.000Z'],
    ['at 8 it is tomorrow', '2026-11-26T07:00:00Z', 'Europe/Stockholm', '2026-11-27T07:00:00.000Z'],
    ['in the evening it is tomorrow', '2026-11-26T22:30:00Z', 'UTC', '2026-11-27T08:00:00.000Z'],
    ['beyond the date line', '2026-11-26T20:30:00Z', 'Pacific/Auckland', '2026-11-27T19:00:00.000Z'],
    ['with half an hour', '2026-11-26T02:00:00Z', 'Asia/Kolkata', '2026-11-26T02:30:00.000Z'],
    [
      'when clocks go forward in the night',
      '2026-03-28T12:00:00Z',
      'Europe/Berlin',
      '2026-03-29T06:00:00.000Z',
    ],
    ['when clocks go back in the night', '2026-10-24T12:00:00Z', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
    ['a day that a zone has left out', '2011-12-29T20:00:00Z', 'Pacific/Apia', '2011-12-30T18:00:00.000Z'],
    ['a zone that is not known', '2026-11-26T06:00:00Z', 'Mars/Olympus', '2026-11-26T08:00:00.000Z'],
  ])('%s', (_name, at, zone, morning) => {
    expect(nextAt(8, new Date(at), zone).toISOString()).toBe(morning);
  });

  test('is at most 25 hours away, and always later', () => {
    for (let hour = 0; hour < 24 * 370; hour += 5) {
      const at = new Date(Date.UTC(2026, 0, 1) + hour * HOUR + 1234);
      for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
        const wait = nextAt(8, at, zone).getTime() - at.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * HOUR);
      }
    }
  });
});
