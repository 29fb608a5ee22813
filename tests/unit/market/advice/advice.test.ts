import { describe, expect, test } from 'vitest';
import { adviceFor, improved, isPoorTitle } from '@/lib/market/advice/rules';

const good = {
  title: 'Postgres replica on RDS falls behind',
  description: 'a'.repeat(200),
  budget: 'small' as never,
  location: 'anywhere' as const,
  services: ['rds'],
  slots: null as number | null,
};
const actions = (change: object) =>
  adviceFor({ ...good, ...change }).map(({ action }) => ('does' in action ? action.does : action.field));

describe('advice', () => {
  test.each([
    [{}, []],
    [{ title: 'Need help urgently' }, ['title']],
    [{ description: 'a'.repeat(199) }, ['description']],
    [{ budget: 'unknown' }, ['budget']],
    [{ services: [], title: 'My database replica falls behind' }, ['services']],
    [{ location: 'country' }, ['anywhere']],
    [{ slots: 5 }, []],
    [{ slots: 4 }, ['unlimited']],
  ])('for %o: %j', (change, expected) => {
    expect(actions(change)).toEqual(expected);
  });

  test('adds the services that the text names, and else leads to their field', () => {
    const of = (title: string) => adviceFor({ ...good, title, services: [] })[0]?.action;
    expect(of('Amazon S3 bucket is slow to list')).toHaveProperty('does', 'services');
    expect(of('My database is slow to answer')).toHaveProperty('field', 'services');
    expect(
      adviceFor({
        ...good,
        title: 'My database is slow',
        services: [],
        description: `Amazon S3 ${good.description}`,
      })[0]?.action,
    ).toHaveProperty('does');
  });

  test('counts one response as one', () => {
    expect(adviceFor({ ...good, slots: 1 })[0]?.says).toContain('Only 1 response can');
    expect(adviceFor({ ...good, slots: 2 })[0]?.says).toContain('Only 2 responses can');
  });

  test('is done with one press, and changes nothing else', () => {
    const poor = {
      ...good,
      location: 'country' as never,
      slots: 1,
      services: [],
      title: 'Amazon S3 is slow',
    };
    expect(improved(poor, 'anywhere')).toEqual({ ...poor, location: 'anywhere' });
    expect(improved(poor, 'unlimited')).toEqual({ ...poor, slots: null });
    expect(improved(poor, 'services').services).toHaveLength(1);
    expect(improved({ ...poor, services: ['rds'] }, 'services').services).toEqual(['rds']);
  });
});

test.each([
  ['Need help urgently', true],
  ['Help with Lambda', true],
  ['Lambda timeout', false],
  ['', false],
  ['!!!', false],
])('the title %j is poor: %s', (title, poor) => {
  expect(isPoorTitle(title)).toBe(poor);
});
