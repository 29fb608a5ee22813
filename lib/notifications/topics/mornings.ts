import { DAY } from '@/lib/core/time';

/** When a digest is sent, by the person's own clock. */
export const MORNING_HOUR = 8;

/** The next time that it is 8 o'clock in the morning there, after this instant. In a zone that is not known any more: by UTC. */
export function nextMorning(at: Date, timeZone: string): Date {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  const shift = offsetAt(at.getTime(), zone);
  const local = new Date(at.getTime() + shift);
  const today = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), MORNING_HOUR);
  for (let days = 0; ; days += 1) {
    const morning = instantOf(today + days * DAY, zone);
    if (morning > at.getTime()) return new Date(morning);
  }
}

/** The instant of a wall time, written as if it were UTC. Twice, since the first guess may stand on the other side of a change of clocks. */
function instantOf(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** Slow to make, and there are few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const number = 'numeric' as const;
  const date = { year: number, month: number, day: number };
  const time = { hour: number, minute: number, second: number, hourCycle: 'h23' as const };
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, ...date, ...time });
  clocks.set(timeZone, clock);
  return clock;
}

function isZone(timeZone: string): boolean {
  try {
    clockOf(timeZone);
    return true;
  } catch {
    return false;
  }
}
