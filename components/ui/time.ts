import { DAY, HOUR, MINUTE } from '@/lib/core/time';

/**
 * day: 24 Nov 2026 · moment: 24 Nov, 18:00 · clock: 18:00 · precise: 18:00:04.051 · second: 18:00:04 · weekday: Tuesday 17 November ·
 * ago: "38 min ago", which needs `now`.
 */
export type InstantStyle = 'day' | 'moment' | 'clock' | 'precise' | 'second' | 'weekday' | 'ago';

const formats: Record<Exclude<InstantStyle, 'ago'>, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
  precise: { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
};

/** Slow to make, and there are few zones: a list formats hundreds of instants. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.entries(options).join()}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  made.set(key, format);
  return format;
}

const yearIn = (at: Date, timeZone: string) => formatIn(timeZone, { year: 'numeric' }).format(at);

/** Formats an instant in a zone. With `now`, a moment of another year names its year. */
export function formatInstant(
  at: Date,
  options: { timeZone: string; now?: Date; show?: InstantStyle },
): string {
  const { timeZone, now, show = 'moment' } = options;
  if (show === 'ago') {
    if (!now) throw new TypeError('"ago" is counted from `now`');
    return formatAgo(at, now, timeZone);
  }
  const year =
    show === 'moment' && now && yearIn(at, timeZone) !== yearIn(now, timeZone)
      ? { year: 'numeric' as const }
      : {};
  return formatIn(timeZone, { hourCycle: 'h23', ...formats[show], ...year }).format(at);
}

/** 2026-11-24 18:00:00 UTC: for titles and proofs. */
export function formatUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function formatAgo(at: Date, now: Date, timeZone: string): string {
  const passed = now.getTime() - at.getTime();
  if (passed < MINUTE) return 'just now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  if (passed < 7 * DAY) return `${Math.floor(passed / DAY)} d ago`;
  return formatInstant(at, { timeZone, now, show: 'day' });
}

/** A span in its two largest units: "9 d 4 h", "21 h 5 min", "4 min", "42 s". Null when nothing is left. */
export function formatSpan(milliseconds: number): string | null {
  if (milliseconds <= 0) return null;
  const [d, h, m] = [
    Math.floor(milliseconds / DAY),
    Math.floor((milliseconds % DAY) / HOUR),
    Math.floor((milliseconds % HOUR) / MINUTE),
  ];
  if (d > 0) return h > 0 ? `${d} d ${h} h` : `${d} d`;
  if (h > 0) return m > 0 ? `${h} h ${m} min` : `${h} h`;
  if (m > 0) return `${m} min`;
  return `${Math.ceil(milliseconds / 1000)} s`;
}
