import { describe, expect, it } from 'vitest';
import { formatInstant, formatSpan, formatUtc } from '@/components/ui/time';

const at = new Date('2026-11-24T18:30:04.051Z');
const minutes = (count: number) => count * 60_000;

describe('an instant', () => {
  it("is shown in the person's zone, where it may be another day", () => {
    expect(formatInstant(at, { timeZone: 'Europe/London' })).toBe('24 Nov, 18:30');
    expect(formatInstant(at, { timeZone: 'Asia/Kolkata' })).toBe('25 Nov, 00:00');
    expect(formatInstant(at, { timeZone: 'America/New_York', show: 'clock' })).toBe('13:30');
  });

  it('names its year only where that differs from now in the same zone', () => {
    const eve = new Date('2026-12-31T23:30:00Z');
    const now = new Date('2026-06-01T00:00:00Z');
    expect(formatInstant(eve, { timeZone: 'UTC', now })).toBe('31 Dec, 23:30');
    expect(formatInstant(eve, { timeZone: 'Asia/Tokyo', now })).toBe('1 Jan 2027, 08:30');
  });

  it('shows milliseconds where it is evidence, and UTC to the second in its title', () => {
    expect(formatInstant(at, { timeZone: 'UTC', show: 'precise' })).toBe('18:30:04.051');
    expect(formatUtc(at)).toBe('2026-11-24 18:30:04 UTC');
  });

  it.each([
    [0.5, 'just now'],
    [38, '38 min ago'],
    [60, '1 h ago'],
    [23 * 60 + 59, '23 h ago'],
    [24 * 60, '1 d ago'],
    [7 * 24 * 60, '17 Nov 2026'],
  ])('%d minutes back reads "%s"', (back, said) => {
    const then = new Date(at.getTime() - minutes(back));
    expect(formatInstant(then, { timeZone: 'UTC', now: at, show: 'ago' })).toBe(said);
  });

  it('refuses to say how long ago without knowing now', () => {
    expect(() => formatInstant(at, { timeZone: 'UTC', show: 'ago' })).toThrow(TypeError);
  });
});

describe('what is left of a deadline', () => {
  it.each([
    [minutes(9 * 1440 + 4 * 60 + 10), '9 d 4 h'],
    [minutes(2 * 1440 + 59), '2 d'],
    [minutes(26 * 60), '1 d 2 h'],
    [minutes(21 * 60 + 5), '21 h 5 min'],
    [minutes(60), '1 h'],
    [minutes(4) + 59_000, '4 min'],
    [42_000, '42 s'],
    [1, '1 s'],
  ])('%d ms are "%s"', (left, said) => {
    expect(formatSpan(left)).toBe(said);
  });

  it('is nothing at the deadline and after it', () => {
    expect(formatSpan(0)).toBeNull();
    expect(formatSpan(-1)).toBeNull();
  });
});
