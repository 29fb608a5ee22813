import { expect, test } from 'vitest';
import { CODE, read } from './source';

/** Where a membership is taken apart: what reads them from the database, what rights they give, and what they let read. */
const KNOWS = ['lib/platform/session/person.ts', 'lib/core/rights.ts', 'lib/core/scope.ts'];

/** A line that decides by hand whose things somebody may read: it must name the tenant of a membership. */
const byHand = (line: string) => /\btenantId\b/.test(line);

test('whose things a viewer may read is decided in lib/core/scope.ts alone', () => {
  const files = CODE.filter((file) => /^(app|components|lib)\//.test(file));
  expect(files.length).toBeGreaterThan(500);
  expect(KNOWS.every((file) => files.includes(file))).toBe(true);
  const found = files
    .filter((file) => !KNOWS.includes(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, at) => (byHand(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});

test.each([
  'customerId: { in: viewer.customers.map((m) => m.tenantId) },',
  'const own = viewer.companies.find(({ tenantId }) => tenantId === id);',
])('a query that scopes by hand is caught: %s', (line) => {
  expect(byHand(line)).toBe(true);
});
