import { expect, test } from 'vitest';
import { z } from 'zod';
import { MINUTE } from '@/lib/core/time';
import { PERSON_COMMANDS } from '@/lib/identity/people/rights';
import { SIGN_IN_COMMANDS } from '@/lib/identity/sign-in/rights';
import { type Door, register, registered } from '@/lib/platform/doors/registry';
import { limitsFor, limitsOf, USUAL, WEIGHTY } from '@/lib/platform/limits/defaults';
import { RIGHTS } from '@/lib/processes/rights';
import { CODE, read } from './source';

/** Loading a module registers its doors. */
import.meta.glob(['/lib/**/actions*.ts', '/lib/**/sockets.ts', '/app/api/**/route.ts'], { eager: true });

const doors = () => [...registered().values()];
const planted = (limits: Door['limits']): Door => ({
  kind: 'action',
  call: { may: PERSON_COMMANDS.rename, schema: z.object({}), command: async () => null },
  limits,
});

/** Doors with something that is no limit, or with none. */
const unlimited = (among: readonly Door[]) =>
  among
    .filter(
      ({ limits }) => limits.length === 0 || limits.some((limit) => !(limit.points > 0 && limit.within > 0)),
    )
    .map(({ call }) => call.may.name);

/** Limits that say what the default says already, or do not say why they differ. */
const idle = (among: readonly Door[]) =>
  among.flatMap(({ call, limits }) => {
    const [usual] = limitsOf(call.may);
    const same = (limit: Door['limits'][number]) =>
      limits.length === 1 &&
      limit.name === call.may.name &&
      (['points', 'within', 'closed', 'network'] as const).every((key) => limit[key] === usual![key]);
    return limits.filter((limit) => (limit.why === null) !== same(limit)).map(({ name }) => name);
  });

/** Names under which two doors count differently: whichever loads first would decide for both. */
const quarrels = (among: readonly Door[]) => {
  const counts = new Map<string, Set<string>>();
  for (const { name, points, within, closed, network } of among.flatMap(({ limits }) => limits))
    counts.set(name, (counts.get(name) ?? new Set()).add(JSON.stringify([points, within, closed, network])));
  return [...counts].filter(([, ways]) => ways.size > 1).map(([name]) => name);
};

test('every door has a limit', () => {
  expect(doors().length).toBeGreaterThan(100);
  expect(unlimited(doors())).toEqual([]);
  expect(unlimited([...doors(), planted([])])).toEqual(['people.rename']);
  expect(unlimited([planted([{ name: 'people.rename', points: 0, within: MINUTE, why: null }])])).toEqual([
    'people.rename',
  ]);
});

test('a door that states none is given the default, and a lower one where a fresh proof is asked for', () => {
  const { call } = planted([]);
  const before = registered().get('action people.rename')!;
  const usual = register('action', call);
  register('action', before.call);
  expect(usual).toEqual([{ name: 'people.rename', ...USUAL, why: null }]);
  for (const name of ['payments.approve', 'proposals.accept', 'grants.accept', 'grants.openSession'] as const)
    expect(limitsOf(RIGHTS[name]!)).toEqual([{ name, ...WEIGHTY, why: null }]);
  expect(WEIGHTY.points / WEIGHTY.within).toBeLessThan(USUAL.points / USUAL.within);
});

test('a form that none of a door’s limits is for draws on the default', () => {
  const codes = limitsOf(SIGN_IN_COMMANDS.signIn, {
    points: 3,
    within: MINUTE,
    why: 'a test',
    only: (form) => form.has('code'),
  });
  const form = new FormData();
  expect(limitsFor(SIGN_IN_COMMANDS.signIn, codes, form)).toEqual(limitsOf(SIGN_IN_COMMANDS.signIn));
  form.set('code', '123456');
  expect(limitsFor(SIGN_IN_COMMANDS.signIn, codes, form)).toEqual(codes);
});

test('a door states a limit only where it differs, and says why', () => {
  expect(idle(doors())).toEqual([]);
  expect(idle([planted([{ name: 'people.rename', ...USUAL, why: 'it is' }])])).toEqual(['people.rename']);
  expect(idle([planted([{ name: 'people.rename', points: 1, within: 1, why: null }])])).toEqual([
    'people.rename',
  ]);
});

test('one name counts in one way', () => {
  expect(quarrels(doors())).toEqual([]);
  const other = planted([{ name: 'people.rename', points: 1, within: 1, why: 'a test' }]);
  expect(quarrels([...doors(), other])).toEqual(['people.rename']);
});

test('nothing but the doors counts calls, and every way in goes through them', () => {
  const using = (name: string) =>
    CODE.filter((path) => /^(app|lib)\//.test(path) && read(path).includes(`limits/limit'`)).filter((path) =>
      new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '@/lib/platform/limits/limit'`).test(read(path)),
    );
  expect(using('spend')).toEqual(['lib/platform/doors/knock.ts']);
  const knocking = CODE.filter((path) => /^(app|lib)\//.test(path) && /\bknock\(/.test(read(path)));
  expect(knocking.sort()).toEqual(
    ['action', 'route', 'socket'].map((name) => `lib/platform/doors/${name}.ts`),
  );
});
