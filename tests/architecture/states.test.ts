import { expect, test } from 'vitest';
import { LIFECYCLES } from '@/lib/wiring/lifecycles';
import { CODE, read } from './source';

const STATES = new Set(LIFECYCLES.flatMap(({ states }) => Object.keys(states)));

/** States that a page, a component or a query compares itself, instead of asking its lifecycle. */
const compared = (code: string) =>
  [...code.matchAll(/\b\w*[sS]tatus\)?\s*(?:===|!==)\s*'(\w+)'/g)].filter(([, state]) => STATES.has(state!));

/** Files in which that still happens, with how often. The list only gets shorter. */
const LEFT: Record<string, number> = {
  'app/(member)/payment-requests/[id]/page.tsx': 1,
  'app/(public)/client-invitations/[id]/page.tsx': 1,
  'app/(public)/invitations/[id]/page.tsx': 2,
  'components/identity/invitations/answer.tsx': 1,
  'components/identity/members/invitations.tsx': 2,
  'components/market/clients/invitation-list.tsx': 2,
  'components/money/payments/panel.tsx': 4,
  'lib/access/page/queries.ts': 1,
  'lib/demo/queries.ts': 3,
  'lib/identity/invitations/queries.ts': 1,
  'lib/job/proposals/queries.ts': 2,
  'lib/money/payments/queries.ts': 4,
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
