import { describe, expect, test } from 'vitest';
import { answererOf, canAskDirectly, type DirectTarget } from '@/lib/market/direct-requests/rules';

const today = new Date('2026-11-24T12:00:00Z');
const held = (status: 'verified' | 'claimed') => ({ code: 'SAP', status, expiresOn: new Date('2027-05-01') });
const ada = { id: 'ada', name: 'Ada', certifications: [held('claimed')] };
const bo = { id: 'bo', name: 'Bo', certifications: [held('claimed'), held('verified')] };
const cy = { id: 'cy', name: 'Cy', certifications: [held('verified')] };
const target: DirectTarget = { companyId: 'o', name: 'Northwind', open: true, experts: [ada, bo, cy] };

test('who was named answers, or the first who may', () => {
  expect(answererOf(target, null, today)).toBe(bo);
  expect(answererOf(target, 'cy', today)).toBe(cy);
  expect(answererOf(target, 'ada', today)).toBeNull();
  expect(answererOf({ ...target, experts: [ada] }, null, today)).toBeNull();
});

describe('asking directly', () => {
  test.each([
    ['a company', target, null, false, null],
    ['one of its experts', target, 'cy', false, null],
    ['an expert without a certification in force', target, 'ada', false, 'conflict'],
    ['a company without any', { ...target, experts: [ada] }, null, false, 'conflict'],
    ['an expert who is not there', target, 'dee', false, 'not_found'],
    ['a company that is not there', null, null, false, 'not_found'],
    ['a company that is closed', { ...target, open: false }, null, false, 'conflict'],
    ['one’s own company', target, null, true, 'forbidden'],
  ] as const)('%s: %#', (_whom, of, expertId, ownPeople, code) => {
    expect(canAskDirectly(of, expertId, today, ownPeople)?.code ?? null).toBe(code);
  });

  test('names who cannot answer', () => {
    expect(canAskDirectly(target, 'ada', today, false)?.message).toMatch(/^Ada has no active certification/);
    expect(canAskDirectly({ ...target, experts: [] }, null, today, false)?.message).toMatch(
      /^No one at Northwind has an active certification/,
    );
    expect(canAskDirectly({ ...target, open: false }, null, today, false)?.message).toContain(
      'isn’t taking requests',
    );
  });
});
