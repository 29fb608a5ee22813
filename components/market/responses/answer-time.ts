import { HOUR, MINUTE } from '@/lib/core/time';

/** "25 min", "3 h", "2 d": how long a company usually takes to answer, in one unit. */
export function answerTime(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.max(1, Math.round(milliseconds / MINUTE))} min`;
  if (milliseconds < 48 * HOUR) return `${Math.round(milliseconds / HOUR)} h`;
  return `${Math.round(milliseconds / (24 * HOUR))} d`;
}
