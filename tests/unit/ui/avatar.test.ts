import { expect, it } from 'vitest';
import { initialsOf } from '@/components/ui/avatar';

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
