/** Spans of time in milliseconds, each told here once. A day of somebody's calendar is not always `DAY` long. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function later(at: Date, span: number): Date {
  return new Date(at.getTime() + span);
}

export function earlier(at: Date, span: number): Date {
  return new Date(at.getTime() - span);
}

/** The day by UTC, as the database and vendors write it: 2026-11-24. */
export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** How many days of the calendar, by UTC, lie between two instants. */
export function utcDaysBetween(from: Date, to: Date): number {
  return (Date.parse(utcDay(to)) - Date.parse(utcDay(from))) / DAY;
}

/** Whether this is a time zone that dates can be shown in, such as "Europe/Stockholm". */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
