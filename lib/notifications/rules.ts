import { type No, no } from '@/lib/core/refusal';
import { DAY } from '@/lib/core/time';
import type { Detail, Kind, TopicName } from '@/lib/platform/telling/telling';
import { type Pace, TOPIC_NAMES, type Topic, topicOf } from './topics';

/** When a digest is sent, by the person's own clock. */
export const MORNING_HOUR = 8;

/** The pace that holds: what the person chose, where the topic still allows it; else the topic's own. */
export function paceOf(topic: Pick<Topic, 'pace' | 'paces'>, chosen: Pace | undefined): Pace {
  return chosen && topic.paces.includes(chosen) ? chosen : topic.pace;
}

/** Whether a person may choose these. */
export function canChoose(chosen: Partial<Record<TopicName, Pace>>): No | null {
  for (const name of TOPIC_NAMES) {
    const pace = chosen[name];
    const topic = topicOf(name);
    if (!pace || topic.paces.includes(pace)) continue;
    const message = topic.why ?? 'This cannot be chosen here.';
    return no('invalid', message, { [`pace.${name}`]: message });
  }
  return null;
}

/** Whether its mail may be turned off with one click. */
export function mayTurnOff(topic: Pick<Topic, 'paces'>): boolean {
  return topic.paces.includes('off');
}

/**
 * The subject of the mail. A header holds nothing that a person typed: roles stand in the place of names, and "your job"
 * in that of a title. Amounts and names of certifications are ours.
 */
export function mailSubject(kind: Pick<Kind, 'subject'>, detail: Detail): string {
  const roles = {
    ...detail,
    title: 'your job',
    customer: 'the customer',
    expert: 'the expert',
    company: 'the company',
    reason: '',
  };
  const said = kind.subject(roles).replace('“your job”', 'your job');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

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
