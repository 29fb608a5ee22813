import { describe, expect, test } from 'vitest';
import { canBeNamed, impersonates, sameName, wordsOfName } from '@/lib/identity/names/rules';

const OPERATOR = 'Harbor Works Ltd';

describe('a name that would pass for the installation’s own', () => {
  test.each([
    ['organisation', 'Security Team', false],
    ['organisation', 'AWS Security Team', true],
    ['organisation', 'AWS IQ Experts', true],
    ['organisation', 'IQ Experts', false],
    ['organisation', 'Harbor Works', true],
    ['organisation', 'Harbor Works Inc Europe', true],
    ['organisation', 'Harbor Lights', false],
    ['person', 'Aws Hassan', false],
    ['person', 'AWS Hassan', true],
    ['person', 'Aws', true],
    ['person', 'Hassan Aws Ali', true],
    ['person', 'Security', false],
    ['person', 'Security Team', true],
  ] as const)('%s %s: %s', (kind, name, passes) => {
    expect(impersonates(name, kind, OPERATOR)).toBe(passes);
  });

  test('is none where the operator’s own is too short to tell', () => {
    expect(impersonates('A B', 'person', 'AB Ltd')).toBe(false);
    expect(impersonates('Abc', 'organisation', 'ABC Ltd')).toBe(true);
  });
});

test('a name that is left empty is not looked at', () => {
  expect(canBeNamed({ name: '', company: null, link: undefined }, 'person', OPERATOR)).toBeNull();
});

test('names are compared without case, accents, dots and spaces', () => {
  expect(sameName('STRASSE', 'Strasse')).toBe(true);
  expect(wordsOfName('  J.R.   Smith ', 'j r smith')).toEqual([
    { word: 'J.R.', same: true },
    { word: 'Smith', same: true },
  ]);
  expect(wordsOfName('Ada Ada', 'Ada')).toEqual([
    { word: 'Ada', same: true },
    { word: 'Ada', same: false },
  ]);
});
