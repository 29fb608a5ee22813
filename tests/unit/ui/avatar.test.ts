import { expect, it } from 'vitest';
import { faceOf, initialsOf } from '@/components/ui/avatar';
import { FACES } from '@/tailwind.config';

it.each([
  ['Priya Raman', 'PR'],
  ['  Ana  María de la Cruz ', 'AC'],
  ['root', 'R'],
  ['élan Öz', 'ÉÖ'],
  ['𝒜da Lovelace', '𝒜L'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('a name has one ground for its initials, and names use all that there are', () => {
  expect(faceOf(' Priya Raman ')).toBe(faceOf('Priya Raman'));
  const names = Array.from({ length: 400 }, (_, at) => `Person ${at}`);
  expect([...new Set(names.map(faceOf))].sort((a, b) => a - b)).toEqual([...Array(FACES).keys()]);
});
