import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './time';

/**
 * The first instant after this one at which clocks in the zone show the hour, also where clocks are changed in between. In a
 * zone that is not known any more: by UTC. Apart from `time.ts`, since a browser is not to load what knows calendars.
 */
export function nextAt(hour: number, at: Date, timeZone: string): Date {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const on = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  const today = now.toPlainDate();
  const next = Temporal.ZonedDateTime.compare(on(today), now) > 0 ? on(today) : on(today.add({ days: 1 }));
  return new Date(next.epochMilliseconds);
}
