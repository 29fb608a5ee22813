import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ended, eventsOf, type Lifecycle, matrix } from '@/lib/core/lifecycle';
import type { Need } from '@/lib/core/rights';
import { Prisma } from '@/lib/platform/db/generated/client';
import * as enums from '@/lib/platform/db/generated/enums';
import { RIGHTS } from '@/lib/processes/rights';
import { DEADLINES } from '@/lib/wiring/deadlines';
import { LIFECYCLES } from '@/lib/wiring/lifecycles';

type AnyMachine = Lifecycle<string, string>;

/** "payment_request" → "PaymentRequest". Invitations of both kinds share one enum of states. */
const modelOf = (name: string) => name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
const typeOf = (name: string) =>
  name.endsWith('_invitation') ? 'InvitationStatus' : `${modelOf(name)}Status`;
const ENUMS: Record<string, object> = { ...enums };

/** What several commands of the clock's or a vendor's cause: to which of them the row belongs is not one name. */
const CAUSED_BY_MANY = [
  'grant revoke',
  'grant prove',
  'grant deny',
  'grant reopen',
  'grant vanish',
  'grant lose',
  'grant delete',
  'grant stick',
];

/** The checked-in matrix by machine: where it begins and ends, its rows with the command of each, and those without a reason. */
function reviewed() {
  const text = readFileSync(new URL('lifecycles.txt', import.meta.url), 'utf8');
  const sections = text.split(/^\[/m).slice(1);
  return new Map(
    sections.map((section) => {
      const [head, ...lines] = section.trimEnd().split('\n');
      const [, name, initial, ends] = /^(\w+)\] begins (\w+)(?:, ends (.+))?$/.exec(head!)!;
      const written = lines.filter((line) => line !== '' && !line.startsWith(' '));
      const bare = written.filter((row) => !lines[lines.indexOf(row) + 1]?.startsWith('    '));
      const rows = written.map((row) => row.replace(/ as [\w.]+$/, ''));
      const commands = new Map(
        written.map((row) => [/--(\w+)-->/.exec(row)![1]!, / as ([\w.]+)$/.exec(row)?.[1]]),
      );
      return [name!, { initial, ends: ends?.split(', ') ?? [], rows, bare, commands }] as const;
    }),
  );
}

function reachable(of: AnyMachine, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const { transition } of eventsOf(of, state))
      if (!seen.has(transition.to)) {
        seen.add(transition.to);
        open.push(transition.to);
      }
  return seen;
}

const machineOf = (name: string) => LIFECYCLES.find((machine) => machine.name === name)!;
const SCHEMA = readdirSync('prisma/schema')
  .map((file) => readFileSync(`prisma/schema/${file}`, 'utf8'))
  .join('\n');

test('the checked-in matrix knows every machine that a domain declares, and no other', () => {
  const modules = import.meta.glob<Record<string, unknown>>('/lib/**/{lifecycle,rules}.ts', { eager: true });
  const declared = Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value === 'object' && value !== null && 'states' in value && 'initial' in value)
    .map((value) => (value as AnyMachine).name);
  expect(declared.length).toBeGreaterThan(0);
  expect(LIFECYCLES.map(({ name }) => name).sort()).toEqual(declared.sort());
  expect([...reviewed().keys()].sort()).toEqual(declared.sort());
});

describe.each(LIFECYCLES.map((machine) => [machine.name, machine] as const))('%s', (name, machine) => {
  const type = typeOf(name);
  const states = ENUMS[type]!;

  test('moves as it was reviewed, each row with its reason', () => {
    const { initial, rows, bare } = reviewed().get(name)!;
    expect(matrix(machine)).toEqual(rows);
    expect(machine.initial).toBe(initial);
    expect(bare).toEqual([]);
  });

  test("has the states of the database's enum, and begins as the database does", () => {
    expect(Object.keys(machine.states).sort()).toEqual(Object.keys(states).sort());
    const [, first] = new RegExp(`^ +status +${type} +@default\\((\\w+)\\)`, 'm').exec(SCHEMA)!;
    expect(machine.initial).toBe(first);
  });

  test('has a word and a lamp for each state, and none for a state that is not there', () => {
    for (const state of Object.keys(machine.states))
      expect(machine.words[state], state).toMatchObject({
        word: expect.stringMatching(/\S/),
        lamp: expect.any(String),
      });
    expect(Object.keys(machine.words).sort()).toEqual(Object.keys(machine.states).sort());
  });

  test('reaches every state from the first', () => {
    const states = Object.keys(machine.states).filter((state) => state !== machine.initial);
    const reached = reachable(machine, machine.initial);
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });

  test('waits for deadlines that its table keeps', () => {
    const columns = (Prisma as unknown as Record<string, object>)[`${modelOf(name)}ScalarFieldEnum`]!;
    const deadlines = Object.keys(machine.states)
      .flatMap((state) => eventsOf(machine, state))
      .flatMap(({ transition }) => transition.after ?? []);
    for (const deadline of deadlines) expect(Object.keys(columns)).toContain(deadline);
  });

  test('names as causing a step whom its command lets run it, and nobody where only reactions do', () => {
    const isPerson = (need: Need) => need !== 'clock' && need !== 'vendor';
    for (const state of Object.keys(machine.states))
      for (const { event, transition } of eventsOf(machine, state)) {
        const { by, through = [] } = transition;
        expect(by.length + through.length, `${name} ${event}`).toBeGreaterThan(0);
        const command = reviewed().get(name)!.commands.get(event);
        const may = command ? RIGHTS[command]!.by : [];
        // A person who is named is shown a button: the command behind it must not refuse them for who they are.
        expect(by.filter(isPerson), `${name} ${event}`).toEqual(may.filter(isPerson));
        if (by.length === 0 || CAUSED_BY_MANY.includes(`${name} ${event}`)) continue;
        expect([...by], `${name} ${event}`).toEqual([...may]);
      }
  });
});

test('the clock fires each deadline that a lifecycle has, and no other', () => {
  const deadlines = LIFECYCLES.flatMap((machine) =>
    Object.keys(machine.states).flatMap((state) =>
      eventsOf(machine, state)
        .filter(({ transition }) => transition.after)
        .map(({ event }) => `${machine.name} ${event}`),
    ),
  );
  const fired = Object.values(DEADLINES).flatMap((sweeps) => sweeps.map(({ name }) => name));
  expect(fired.sort()).toEqual([...new Set(deadlines)].sort());
});

describe('what may never happen', () => {
  const endings = ['revoking', 'denied', 'denied_not_deleted', 'connection_lost', 'revoked', 'failed'];

  test.each(endings)('a grant that is %s never comes back', (state) => {
    const reached = reachable(machineOf('grant'), state);
    expect([...reached].filter((to) => to === 'active' || to === 'provisioning')).toEqual([]);
  });

  test('only what AWS answered makes a grant denied or revoked', () => {
    const machine = machineOf('grant');
    const proofs = Object.keys(machine.states)
      .flatMap((state) => eventsOf(machine, state))
      .filter(({ transition }) => ['denied', 'revoked'].includes(transition.to));
    expect(proofs).toHaveLength(8);
    for (const { transition } of proofs) expect(transition.by).toEqual(['vendor']);
  });

  test('no state that a decision has ended is left again', () => {
    for (const machine of LIFECYCLES) {
      const states = Object.keys(machine.states).filter((state) => ended(machine, state));
      expect(states.sort(), machine.name).toEqual(reviewed().get(machine.name)!.ends);
    }
  });

  test('nobody but the clock approves by the 10th day, and only from awaiting', () => {
    const machine = machineOf('payment_request');
    const timed = Object.keys(machine.states).flatMap((state) =>
      eventsOf(machine, state)
        .filter(({ transition }) => transition.after)
        .map(({ event, transition }) => ({ state, event, by: transition.by, to: transition.to })),
    );
    expect(timed).toEqual([{ state: 'awaiting', event: 'autoApprove', by: ['clock'], to: 'approved' }]);
  });
});
