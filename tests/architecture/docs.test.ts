import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RIGHTS } from '@/lib/core/rights';
import { LIFECYCLES, MACHINES, renderMachines, SECURITY, withRights } from '@/lib/processes/render-docs';

const AGAIN = 'run npm run docs';

test('docs/security.md has the rights that the commands ask for', () => {
  const page = readFileSync(SECURITY, 'utf8');
  expect(page, AGAIN).toBe(withRights(page));
  for (const command of Object.keys(RIGHTS)) expect(page).toContain(`| \`${command}\` |`);
});

test('docs/machines.md has the lifecycles that the rules declare', () => {
  expect(readFileSync(LIFECYCLES, 'utf8'), AGAIN).toBe(renderMachines());
  expect(MACHINES.length).toBeGreaterThan(0);
});

test('a page without its marks is refused, so that the table cannot fall out unseen', () => {
  expect(() => withRights('# Security\n')).toThrow(/lost the marks/);
});
