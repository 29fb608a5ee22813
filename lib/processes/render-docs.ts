import { readFileSync, writeFileSync } from 'node:fs';
import { eventsOf } from '@/lib/core/lifecycle';
import type { Need } from '@/lib/core/rights';
import type { Purpose } from '@/lib/core/step-up';
import { keys, mayRead } from '@/lib/platform/env';
import { PROCESSES, schema } from '@/lib/platform/variables';
import { type AnyLifecycle, LIFECYCLES } from '@/lib/wiring/lifecycles';
import { renderAreas } from './render-areas';
import { DECISIONS, renderDecisions } from './render-decisions';
import { loadDoors, renderLimits } from './render-limits';
import { table } from './render-table';
import { RIGHTS } from './rights';

export const SECURITY = 'docs/security.md';
export const OPERATIONS = 'docs/operations.md';
export const MACHINES = 'docs/machines.md';
export const ARCHITECTURE = 'docs/architecture.md';

const WORDS: Partial<Record<Need, string>> = {
  'customer:member': 'any member of the customer',
  'company:member': 'any member of the company',
  party: 'any member of either side',
  person: 'anyone signed in, for themselves',
  anyone: 'anyone, signed in or not',
  admin: 'an admin',
  clock: 'the clock',
  vendor: "a vendor's reply",
};

/** "customer:buy" → "a member of the customer with `buy`". */
export function sayNeed(need: Need): string {
  const [side, right] = need.split(':');
  return WORDS[need] ?? `a member of the ${side} with \`${right}\``;
}

const PROOF: Record<Purpose, string> = {
  money: 'before money moves',
  access: 'before access is given',
  members: 'before someone else can act',
  factors: 'before factors change',
};

/** The command × right table, and where a right alone is not enough. */
export function renderRights(): string {
  const all = Object.values(RIGHTS);
  const rows = all.map(({ name, by, proof }) => [
    `\`${name}\``,
    by.map(sayNeed).join(' or '),
    proof ? PROOF[proof] : '',
  ]);
  const closed = all.flatMap(({ name, whileClosed }) => (whileClosed ? `\`${name}\`` : [])).join(', ');
  return `${table(['Command', 'Who may', 'Fresh proof'], rows)}\n\nIn a closed company, only ${closed} can run.`;
}

/** Every setting: whether live mode must be given it, what it is for, and which processes see it. */
export function renderSettings(): string {
  const rows = keys.map((key) => {
    const about = schema.shape[key].description ?? '';
    const fallback = schema.shape[key].safeParse(undefined);
    const demo = about.endsWith('; demo only');
    const usual = fallback.success && fallback.data !== undefined ? `\`${fallback.data}\`` : 'optional';
    const needed = !fallback.success && !about.includes('when not given');
    const readers = PROCESSES.filter((name) => name !== 'sandbox' && mayRead(name, key));
    const seen = readers.length === PROCESSES.length - 1 ? 'all' : readers.join(', ') || 'no process';
    return [`\`${key}\``, demo ? 'never' : needed ? '**must be given**' : usual, about, seen];
  });
  return table(['Variable', 'In live mode', 'What it is', 'Seen by'], rows);
}

type Part = { name: string; from: string; render: () => string };

/** The pages of which parts are rendered, and what stands between their marks. */
export const RENDERED: Record<string, readonly Part[]> = {
  [SECURITY]: [
    { name: 'rights', from: "each noun's rights.ts", render: renderRights },
    { name: 'limits', from: 'the doors', render: renderLimits },
  ],
  [OPERATIONS]: [{ name: 'settings', from: 'lib/platform/variables.ts', render: renderSettings }],
  [ARCHITECTURE]: [{ name: 'areas', from: "lib's own imports", render: renderAreas }],
};

/** The page with its tables made anew; the prose around them is written by hand. Throws where the marks are gone. */
export function withTables(file: string, page: string): string {
  return RENDERED[file]!.reduce((text, part) => withTable(file, text, part), page);
}

function withTable(file: string, page: string, { name, from, render }: Part): string {
  const begin = `<!-- ${name}: rendered from ${from} by npm run docs -->`;
  const end = `<!-- end of ${name} -->`;
  const [first, last] = [page.indexOf(begin), page.indexOf(end)];
  if (first < 0 || last < first) throw new Error(`${file} has lost the marks of its table of ${name}`);
  return `${page.slice(0, first + begin.length)}\n\n${render()}\n\n${page.slice(last)}`;
}

export function renderMachines(): string {
  const head = [
    '# Lifecycles',
    '',
    'Rendered from `lib/*/rules.ts` by `npm run docs`; a test fails when this page is stale. Each step names who or what may cause it.',
    'A step with a deadline is what the clock does once the column has passed. `tests/unit/wiring/lifecycles.txt` says why each row is as it is.',
  ].join('\n');
  return `${[head, ...LIFECYCLES.map(renderMachine)].join('\n\n')}\n`;
}

const titleOf = ({ name }: AnyLifecycle) => `${name[0]!.toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;

function renderMachine(lifecycle: AnyLifecycle): string {
  const states = Object.keys(lifecycle.states);
  const steps = states.flatMap((from) => eventsOf(lifecycle, from).map((step) => ({ from, ...step })));
  return [
    `## ${titleOf(lifecycle)}`,
    table(
      ['State', 'People read', 'Lamp'],
      states.map((state) => {
        const { word, lamp } = lifecycle.words[state]!;
        const begins = state === lifecycle.initial ? ' (begins here)' : '';
        return [`\`${state}\`${begins}`, word, lamp];
      }),
    ),
    table(
      ['From', 'Step', 'To', 'Caused by', 'Deadline'],
      steps.map(({ from, event, transition: { to, by, through = [], after } }) => [
        `\`${from}\``,
        event,
        `\`${to}\``,
        [
          by.map(sayNeed).join(' or '),
          through.length ? `by way of an act of ${through.map(sayNeed).join(' or ')}` : '',
        ]
          .filter(Boolean)
          .join('; '),
        after ? `\`${after}\`` : '',
      ]),
    ),
    diagram(lifecycle, steps),
  ].join('\n\n');
}

function diagram(
  lifecycle: AnyLifecycle,
  steps: { from: string; event: string; transition: { to: string } }[],
) {
  const ends = Object.keys(lifecycle.states).filter((state) => eventsOf(lifecycle, state).length === 0);
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${lifecycle.initial}`,
    ...steps.map(({ from, event, transition }) => `  ${from} --> ${transition.to}: ${event}`),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
}

if (process.argv[1]?.endsWith('render-docs.ts')) {
  await loadDoors();
  for (const file of Object.keys(RENDERED)) writeFileSync(file, withTables(file, readFileSync(file, 'utf8')));
  writeFileSync(MACHINES, renderMachines());
  writeFileSync(DECISIONS, renderDecisions());
  process.stdout.write(`Written: ${[...Object.keys(RENDERED), MACHINES, DECISIONS].join(', ')}\n`);
}
