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
