import { expect, test } from 'vitest';
import { MOST_STATEMENTS, statementNames } from '@/lib/platform/db/client';

test('a statement has a name of its own from the second time on, and keeps it', () => {
  const nameOf = statementNames();
  expect(nameOf({ sql: 'SELECT 1' })).toBe('');
  const name = nameOf({ sql: 'SELECT 1' });
  expect(name).not.toBe('');
  nameOf({ sql: 'SELECT 2' });
  expect(nameOf({ sql: 'SELECT 2' })).not.toBe(name);
  expect(nameOf({ sql: 'SELECT 1' })).toBe(name);
});

test('there are so many names and no more, and what has one keeps it', () => {
  const nameOf = statementNames();
  const twice = (sql: string) => [nameOf({ sql }), nameOf({ sql })][1];
  const names = Array.from({ length: MOST_STATEMENTS }, (_, at) => twice(`SELECT ${at}`));
  expect(new Set(names).size).toBe(MOST_STATEMENTS);
  expect(twice('SELECT one more')).toBe('');
  expect(nameOf({ sql: 'SELECT 0' })).toBe(names[0]);
});
