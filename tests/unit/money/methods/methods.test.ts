import { describe, expect, test } from 'vitest';
import { canRemoveMethod } from '@/lib/money/methods/rules';
import { RecordMethod, RemoveMethod, SaveMethod } from '@/lib/money/methods/schema';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a card may be removed', () => {
  test.each([
    ['the only one, with no job', { charging: false, others: 0, jobs: 0 }, null],
    ['one of two, with a job', { charging: false, others: 1, jobs: 1 }, null],
    ['one of two, with no job', { charging: false, others: 1, jobs: 0 }, null],
    ['the only one, with a job', { charging: false, others: 0, jobs: 1 }, 'conflict'],
    ['one that is being charged', { charging: true, others: 3, jobs: 0 }, 'conflict'],
  ])('%s: %o is %s', (_what, facts, code) => {
    expect(canRemoveMethod(facts)?.code ?? null).toBe(code);
  });
});

describe('after a card is saved, the customer goes on', () => {
  const next = (text?: string) => SaveMethod.parse({ customerId: id, next: text }).next;

  test.each(['/', '/requests/abc', '/conversations/a-b?x=1&y=2.3', `/${'a'.repeat(200)}`])(
    'to a page of ours: %s',
    (path) => {
      expect(next(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    '',
    '//evil.example',
    'https://evil.example/',
    'requests',
    'x/requests',
    '/a b',
    '/a\\b',
    '/a#b',
    `/${'a'.repeat(201)}`,
  ])('never to %j', (path) => {
    expect(next(path)).toBe('/payment-methods');
  });

  test('and both forms name what they are about', () => {
    expect(SaveMethod.parse({ customerId: id }).customerId).toBe(id);
    expect(SaveMethod.safeParse({}).success).toBe(false);
    expect(RemoveMethod.parse({ methodId: id })).toEqual({ methodId: id });
    expect(RemoveMethod.safeParse({ methodId: 'x' }).success).toBe(false);
  });
});

describe('what Stripe says of a card', () => {
  const method = { id: 'pm_1', brand: 'visa', last4: '4242', expMonth: 12, expYear: 2030 };
  const recorded = { stripeCustomerId: 'cus_1', method, next: '/requests' };

  test('is kept as it is said', () => {
    expect(RecordMethod.parse(recorded)).toEqual(recorded);
    expect(RecordMethod.parse({ ...recorded, method: { ...method, expMonth: 1 } }).method.expMonth).toBe(1);
  });

  test.each([
    ['no customer', { ...recorded, stripeCustomerId: '' }],
    ['no id', { ...recorded, method: { ...method, id: '' } }],
    ['five last digits', { ...recorded, method: { ...method, last4: '42424' } }],
    ['letters as last digits', { ...recorded, method: { ...method, last4: 'abcd' } }],
    ['something before the digits', { ...recorded, method: { ...method, last4: 'x4242' } }],
    ['month 0', { ...recorded, method: { ...method, expMonth: 0 } }],
    ['month 13', { ...recorded, method: { ...method, expMonth: 13 } }],
    ['half a month', { ...recorded, method: { ...method, expMonth: 1.5 } }],
  ])('is not believed with %s', (_what, said) => {
    expect(RecordMethod.safeParse(said).success).toBe(false);
  });
});
