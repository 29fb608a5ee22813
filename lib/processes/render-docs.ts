import { readFileSync, writeFileSync } from 'node:fs';
import { CONNECTION } from '@/lib/connections/rules';
import { eventsOf, type Machine } from '@/lib/core/machine';
import { type Need, RIGHTS } from '@/lib/core/rights';
import { CERTIFICATION } from '@/lib/experts/rules';
import { GRANT, PERMISSION_REQUEST } from '@/lib/grants/rules';
import { PAYMENT, PAYMENT_REQUEST } from '@/lib/payments/rules';
import { PROPOSAL } from '@/lib/proposals/rules';
import { REQUEST } from '@/lib/requests/rules';
import { RESPONSE } from '@/lib/responses/rules';

type AnyMachine = Machine<string, string>;

/** Every lifecycle, in the order in which a job meets them. */
export const MACHINES: readonly AnyMachine[] = [
  REQUEST,
  RESPONSE,
  CERTIFICATION,
  PROPOSAL,
  PAYMENT_REQUEST,
  PAYMENT,
  CONNECTION,
  PERMISSION_REQUEST,
  GRANT,
] as readonly AnyMachine[];

export const SECURITY = 'docs/security.md';
export const LIFECYCLES = 'docs/machines.md';
const BEGIN = '<!-- rights: rendered from lib/core/rights.ts by npm run docs -->';
const END = '<!-- end of rights -->';

const WORDS: Partial<Record<Need, string>> = {
  'customer:member': 'any member of the customer',
  'company:member': 'any member of the company',
  party: 'any member of either side',
  person: 'anybody who is signed in, for themselves',
  anyone: 'anybody, signed in or not',
  admin: 'an admin',
  clock: 'the clock',
  vendor: "a vendor's answer",
};

/** "customer:buy" → "a member of the customer with `buy`". */
export function sayNeed(need: Need): string {
  const [side, right] = need.split(':');
  return WORDS[need] ?? `a member of the ${side} with \`${right}\``;
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** The command × right table. */
export function renderRights(): string {
  const rows = Object.entries(RIGHTS).map(([command, needs]) => [
    `\`${command}\``,
    (needs as readonly Need[]).map(sayNeed).join(' or '),
  ]);
  return table(['Command', 'Who may'], rows);
}

/** The page with its table made anew; the prose around it is written by hand. Throws where the marks are gone. */
export function withRights(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${SECURITY} has lost the marks of its table of rights`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${renderRights()}\n\n${page.slice(to)}`;
}

export function renderMachines(): string {
  const head = [
    '# Lifecycles',
    '',
    'Rendered from `lib/*/rules.ts` by `npm run docs`; a test fails when this page is stale. Each step names who or what may cause it.',
    'A step with a deadline is what the clock does once the column has passed. `tests/unit/machines.txt` says why each row is as it is.',
  ].join('\n');
  return `${[head, ...MACHINES.map(renderMachine)].join('\n\n')}\n`;
}

const titleOf = ({ name }: AnyMachine) => `${name[0]!.toUpperCase()}${name.slice(1).replaceAll('_', ' ')}`;

function renderMachine(machine: AnyMachine): string {
  const states = Object.keys(machine.states);
  const steps = states.flatMap((from) => eventsOf(machine, from).map((step) => ({ from, ...step })));
  return [
    `## ${titleOf(machine)}`,
    table(
      ['State', 'People read', 'Lamp'],
      states.map((state) => {
        const { word, lamp } = machine.words[state]!;
        const begins = state === machine.initial ? ' (begins here)' : '';
        return [`\`${state}\`${begins}`, word, lamp];
      }),
    ),
    table(
      ['From', 'Step', 'To', 'Caused by', 'Deadline'],
      steps.map(({ from, event, transition: { to, by, after } }) => [
        `\`${from}\``,
        event,
        `\`${to}\``,
        by.map(sayNeed).join(' or '),
        after ? `\`${after}\`` : '',
      ]),
    ),
    diagram(machine, steps),
  ].join('\n\n');
}

function diagram(machine: AnyMachine, steps: { from: string; event: string; transition: { to: string } }[]) {
  const ends = Object.keys(machine.states).filter((state) => eventsOf(machine, state).length === 0);
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${machine.initial}`,
    ...steps.map(({ from, event, transition }) => `  ${from} --> ${transition.to}: ${event}`),
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
}

if (process.argv[1]?.endsWith('render-docs.ts')) {
  writeFileSync(SECURITY, withRights(readFileSync(SECURITY, 'utf8')));
  writeFileSync(LIFECYCLES, renderMachines());
  process.stdout.write(`Written: ${SECURITY}, ${LIFECYCLES}\n`);
}
