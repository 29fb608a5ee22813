/**
 * day: 24 Nov 2026 · moment: 24 Nov, 18:00 · clock: 18:00 · precise: 18:00:04.051 · weekday: Tuesday 17 November ·
 * ago: "38 min ago", which needs `now`.
 */
export type InstantStyle = 'day' | 'moment' | 'clock' | 'precise' | 'weekday' | 'ago';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const formats: Record<Exclude<InstantStyle, 'ago'>, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
  precise: { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
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
  if (passed < minute) return 'just now';
  if (passed < hour) return `${Math.floor(passed / minute)} min ago`;
  if (passed < day) return `${Math.floor(passed / hour)} h ago`;
  if (passed < 7 * day) return `${Math.floor(passed / day)} d ago`;
  return formatInstant(at, { timeZone, now, show: 'day' });
}

/** A span in its two largest units: "9 d 4 h", "21 h 5 min", "4 min", "42 s". Null when nothing is left. */
export function formatSpan(milliseconds: number): string | null {
  if (milliseconds <= 0) return null;
  const [d, h, m] = [
    Math.floor(milliseconds / day),
    Math.floor((milliseconds % day) / hour),
    Math.floor((milliseconds % hour) / minute),
  ];
  if (d > 0) return h > 0 ? `${d} d ${h} h` : `${d} d`;
  if (h > 0) return m > 0 ? `${h} h ${m} min` : `${h} h`;
  if (m > 0) return `${m} min`;
  return `${Math.ceil(milliseconds / 1000)} s`;
}
