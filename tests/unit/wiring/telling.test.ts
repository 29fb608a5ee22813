import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { DomainEvent } from '@/lib/core/events';
import { mailSubject } from '@/lib/notifications/delivery/rules';
import type { News, Telling, Tells } from '@/lib/platform/telling/telling';
import { TELLING } from '@/lib/wiring/telling';

const FULL = {
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
const BARE = { ...FULL, reason: undefined, count: 1 };

const ALL: [string, Tells<DomainEvent>][] = Object.entries(TELLING).flatMap(([name, tells]) =>
  tells ? [[name, tells]] : [],
);

/** A kind as text: who hears of it under which topic, and what it says, with all facts and without those that may be absent. */
function wordsOf(name: string, news: News<DomainEvent>): string {
  const read = (detail: typeof FULL | typeof BARE) => [
    `  ${news.subject(detail)}`,
    `  ${news.says(detail)}`,
    `  mail: ${mailSubject(news, detail)}`,
  ];
  const full = read(FULL);
  const bare = read(BARE).filter((line) => !full.includes(line) && !line.includes('undefined'));
  const whom = [news.to ?? 'those concerned', news.right, news.stranger && 'stranger'];
  return [
    `${name}: ${news.topic}, to ${whom.filter(Boolean).join(' ')}, [${news.action}]`,
    ...full,
    ...bare,
  ].join('\n');
}

const FACTS = {
  ...{
    amount: '[amount]',
    parts: '[milestones]',
    part: '[part]',
    final: 'final payment',
    reason: '[reason]',
  },
  ...{ level: '[level]', until: '[days]', account: '[account]', checks: '[checks]', proven: 'yes' },
  ...{ origin: 'client', expert: '[expert]', stars: '[stars]', cause: 'person', decided: 'yes' },
};
const FEWER = {
  ...FACTS,
  part: undefined,
  final: undefined,
  reason: undefined,
  proven: undefined,
  origin: 'direct',
  cause: 'end_time',
};

/** What an event may leave in its conversation, by somebody and by nobody, with all facts and with few. */
function linesOf([name, { line }]: [string, Tells<DomainEvent>]): string[] {
  if (!line) return [];
  const says = [FACTS, FEWER].flatMap((facts) => {
    const words = (acted: boolean) =>
      line
        .says(facts as never, acted)
        .filter(Boolean)
        .join(' ');
    const named = line.acted?.(facts as never) === false ? [] : [`[name] ${words(true)}`];
    // Nobody's act has a sentence of its own.
    return words(false) === words(true) && named.length > 0 ? named : [...named, words(false)];
  });
  const of = [name, line.mark, line.quiet ? 'quiet' : ''].filter(Boolean).join(' ');
  return [...new Set(says)].map((words) => `${of}: ${words}`);
}

test('every word that is told stands in the list that was read through', async () => {
  const kinds = ALL.flatMap(([, { news }]) =>
    Object.entries(news ?? {}).map(([name, one]) => wordsOf(name, one)),
  );
  const lines = ALL.flatMap(linesOf);
  const told = ['Lines', ...lines.sort(), '', 'Notifications', ...kinds.sort(), ''].join('\n');
  await expect(told).toMatchFileSnapshot('telling.txt');
});

test('each event is told by one noun, each kind by one event, and each noun is heard', async () => {
  const files = globSync('lib/*/*/telling.ts').filter((path) => !path.startsWith('lib/platform/'));
  expect(files.length).toBeGreaterThan(10);
  const tellings = await Promise.all(
    files.map(
      async (path) =>
        ((await import(/* @vite-ignore */ resolve(path))) as { telling: Partial<Telling> }).telling,
    ),
  );
  const told = tellings.flatMap((telling) => Object.keys(telling));
  expect(told.sort()).toEqual(ALL.map(([name]) => name).sort());
  const kinds = ALL.flatMap(([, { news }]) => Object.keys(news ?? {}));
  expect(new Set(kinds).size).toBe(kinds.length);
});
