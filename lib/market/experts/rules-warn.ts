import { utcDaysBetween } from '@/lib/core/time';

/** So many days before its last day an expert is told that a certification will expire. */
export const WARN_DAYS = [60, 30, 7] as const;

/** Whole days until the last day of a certificate; 0 on that day. */
export function daysLeft(expiresOn: Date, today: Date): number {
  return utcDaysBetween(today, expiresOn);
}

/**
 * The warning that is due, or null: the nearest alone where the clock has passed several, and none that was given, or
 * that lies before one that was.
 */
export function warningDue(expiresOn: Date, today: Date, warned: number | null): number | null {
  const left = daysLeft(expiresOn, today);
  if (left < 0) return null;
  const nearest = WARN_DAYS.findLast((days) => left <= days);
  return nearest !== undefined && (warned === null || nearest < warned) ? nearest : null;
}
