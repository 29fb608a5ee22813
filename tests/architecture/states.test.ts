import { expect, test } from 'vitest';
import { LIFECYCLES } from '@/lib/wiring/lifecycles';
import { CODE, read } from './source';

const STATES = new Set(LIFECYCLES.flatMap(({ states }) => Object.keys(states)));

/** States that a page, a component or a query compares itself, instead of asking its lifecycle. */
const compared = (code: string) =>
  [...code.matchAll(/\b\w*[sS]tatus\)?\s*(?:===|!==)\s*'(\w+)'/g)].filter(([, state]) => STATES.has(state!));

/** Files in which that stands with a reason. */
const LEFT: Record<string, number> = {
  // A session's outcome, which is no lifecycle: the word is one of a payment's as well.
  'lib/access/page/queries.ts': 1,
  // How much of a proposal is paid. Money stands below the job and cannot be asked from here.
  'lib/job/proposals/queries.ts': 2,
};

test('pages, components and queries ask a lifecycle about a state, and compare none', () => {
  const files = CODE.filter((path) => /^(app|components)\/|^lib\/.*\/queries\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(400);
  expect(compared("if (proposal.status === 'accepted') return;")).toHaveLength(1);
  const found = files.flatMap((path) => {
    const times = compared(read(path)).length;
    return times > 0 ? [[path, times] as const] : [];
  });
  expect(Object.fromEntries(found)).toEqual(LEFT);
});

/**
 * What it takes to add a state, by noun: files outside its folder that name one of its states in a condition on a table's
 * `status`. Such a file reads another noun's rows; it would have to be looked at with each new state.
 */
const NAMED_OUTSIDE: Record<string, number> = {
  request: 4,
  response: 2,
  certification: 9,
  proposal: 5,
  payment_request: 3,
  payment: 2,
  connection: 1,
  grant: 3,
  review: 3,
  client_invitation: 2,
  member_invitation: 4,
};

const CONDITION = /\bstatus"?:? ?=? ?(?:\{ ?(?:in|not|notIn): ?\[?)?((?:'[a-z_]+'(?: as const)?,? ?)+)/g;
const statesIn = (code: string) =>
  [...code.matchAll(CONDITION)].flatMap(([, words]) =>
    [...words!.matchAll(/'(\w+)'/g)].map(([, state]) => state!),
  );

/** "payment_request" as Prisma and as SQL call it. */
const mentions = (code: string, name: string) =>
  new RegExp(`\\b${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}s?\\b|"${name}"`).test(
    code,
  );

test('how many files outside of a noun name its states is known, and only gets less', () => {
  expect(statesIn("where: { status: { in: ['proposed' as const, 'accepted'] } }")).toEqual([
    'proposed',
    'accepted',
  ]);
  expect(statesIn(`WHERE p.status = 'completed'`)).toEqual(['completed']);
  const files = CODE.filter((path) => /^(app|components|lib\/(?!wiring|sandbox|demo))/.test(path));
  const outside = LIFECYCLES.map(({ name, states }) => {
    const own = files.find(
      (path) => path.endsWith('/lifecycle.ts') && read(path).includes(`name: '${name}'`),
    );
    const folder = own?.slice(0, own.lastIndexOf('/'));
    const naming = files.filter((path) => {
      if (folder && path.startsWith(`${folder}/`)) return false;
      const code = read(path);
      return mentions(code, name) && statesIn(code).some((state) => Object.hasOwn(states, state));
    });
    return [name, naming] as const;
  });
  const counted = outside.flatMap(([name, naming]) =>
    naming.length > 0 ? [[name, naming.length] as const] : [],
  );
  expect(Object.fromEntries(counted)).toEqual(NAMED_OUTSIDE);
});
