import { expect, test } from 'vitest';
import type { DomainEvent } from '@/lib/core/events';
import { LINES, lampOf, lineOf } from '@/lib/job/conversations/telling';
import { type Detail, KINDS, type Kind } from '@/lib/notifications/kinds';
import { mailSubject } from '@/lib/notifications/rules';

const FULL: Detail = {
  title: '[title]',
  customer: '[customer]',
  expert: '[expert]',
  company: '[company]',
  amount: '[amount]',
  certification: '[certification]',
  days: '[days]',
  reason: '[reason]',
  searches: '[searches]',
  count: 2,
  titles: '[titles]',
};
const BARE: Detail = { ...FULL, reason: undefined, count: 1 };

/** A kind as text: who hears of it under which topic, and what it says, with all facts and without those that may be absent. */
function wordsOf(name: string, kind: Kind): string {
  const read = (detail: Detail) => [
    `  ${kind.subject(detail)}`,
    `  ${kind.says(detail)}`,
    `  mail: ${mailSubject(kind, detail)}`,
  ];
  const full = read(FULL);
  const bare = read(BARE).filter((line) => !full.includes(line));
  const whom = [kind.to, kind.right, kind.stranger && 'stranger'].filter(Boolean).join(' ');
  return [`${name}: ${kind.topic}, to ${whom}, [${kind.action}]`, ...full, ...bare].join('\n');
}

/** What an event may leave in its conversation, whatever its facts. */
function linesOf(name: string): string[] {
  const event = (other: boolean) =>
    ({
      ...{ name, byClock: other, finalPayment: !other, proven: !other },
      origin: other ? 'client' : 'direct',
    }) as unknown as DomainEvent;
  const says = new Set([lineOf(event(false)), lineOf(event(true))]);
  return [...says].map((line) => `${name}: ${lampOf(name)} ${line}`);
}

test('every word that is told stands in the list that was read through', async () => {
  const kinds = Object.entries(KINDS).map(([name, kind]) => wordsOf(name, kind));
  const lines = Object.keys(LINES).flatMap(linesOf);
  const told = ['Lines', ...lines.sort(), '', 'Notifications', ...kinds.sort(), ''].join('\n');
  await expect(told).toMatchFileSnapshot('telling.txt');
});
