import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROBLEMS, problemOf } from '@/components/market/landing/problems';
import type { Person } from '@/lib/core/rights';
import { BeginRequest, PostRequest } from '@/lib/market/drafts/schema';
import { canEdit, tellsOtherwise } from '@/lib/market/edits/rules';
import { REQUEST } from '@/lib/market/requests/lifecycle';
import { canPostFor } from '@/lib/market/requests/rules';
import { BUDGET_LABELS, budgetInWords, LOCATION_LABELS, SetAccepting } from '@/lib/market/requests/schema';

const ASTRAL = '🚀';
const valid = {
  title: 'Need help with IAM permissions',
  description: 'We cannot read a bucket from a Lambda function.',
  budget: 'from100',
  location: 'anywhere',
  contactName: 'Mary',
  contactEmail: 'mary@example.com',
};
const accepts = (change: Record<string, unknown>) => PostRequest.safeParse({ ...valid, ...change }).success;
const fieldsOf = (change: Record<string, unknown>) =>
  PostRequest.safeParse({ ...valid, ...change }).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('the limits of a request count code points', () => {
  test.each([
    ['title', 9, false],
    ['title', 10, true],
    ['title', 140, true],
    ['title', 141, false],
    ['description', 29, false],
    ['description', 30, true],
    ['description', 1500, true],
    ['description', 1501, false],
    ['contactName', 0, false],
    ['contactName', 1, true],
    ['contactName', 30, true],
    ['contactName', 31, false],
  ] as const)('%s of %i characters: %s', (field, length, good) => {
    for (const letter of ['a', 'ß', ASTRAL]) expect(accepts({ [field]: letter.repeat(length) })).toBe(good);
  });

  test('a text is measured after trimming, and every length between the limits is good', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', '日', ASTRAL), { minLength: 0, maxLength: 160 }),
        fc.constantFrom('', ' ', '\n  ', '\t'),
        (letters, space) => {
          const good = letters.length >= 10 && letters.length <= 140;
          expect(accepts({ title: `${space}${letters.join('')}${space}` })).toBe(good);
        },
      ),
    );
  });

  test('line breaks are kept in the description and refused in the title', () => {
    const description = 'First we tried a dump.\r\n\r\nThen we tried replication.';
    expect(PostRequest.parse({ ...valid, description }).description).toBe(
      'First we tried a dump.\n\nThen we tried replication.',
    );
    expect(fieldsOf({ title: 'Need help\nwith IAM permissions' })).toEqual(['title']);
  });

  test('an address has at most 254 characters', () => {
    const address = (label: number) =>
      `${'m'.repeat(64)}@${'a'.repeat(63)}.${'b'.repeat(60)}.${'c'.repeat(label)}.com`;
    expect(address(60)).toHaveLength(254);
    expect(accepts({ contactEmail: address(60) })).toBe(true);
    expect(fieldsOf({ contactEmail: address(61) })).toEqual(['contactEmail']);
  });
});

describe('the choices of a request', () => {
  test("are the guide's five budgets and five locations", () => {
    expect(Object.values(BUDGET_LABELS)).toEqual([
      '$50 - $100',
      '$100 - $1,000',
      '$1,000 - $10,000',
      '$10,000 and up',
      "I don't know",
    ]);
    expect(Object.values(LOCATION_LABELS)).toEqual([
      'Anywhere',
      'France',
      'UK',
      'US',
      'Australia/New Zealand',
    ]);
  });

  test('a budget that is not known is open, wherever experts read it', () => {
    expect(budgetInWords('unknown')).toBe('Budget open');
    expect(budgetInWords('from100')).toBe('$100 - $1,000');
  });

  test('every field is required', () => {
    for (const field of Object.keys(valid)) expect(fieldsOf({ [field]: undefined })).toEqual([field]);
    expect(fieldsOf({ budget: 'from7' })).toEqual(['budget']);
  });

  test('the switch is sent as "true" or "false" and nothing else', () => {
    const id = '018f4e2a-0000-7000-8000-000000000001';
    expect(SetAccepting.parse({ requestId: id, accepting: 'true' }).accepting).toBe(true);
    expect(SetAccepting.parse({ requestId: id, accepting: 'false' }).accepting).toBe(false);
    expect(SetAccepting.safeParse({ requestId: id, accepting: 'on' }).success).toBe(false);
  });

  test('every typical problem of the first page can be sent as it stands', () => {
    expect(PROBLEMS).toHaveLength(4);
    for (const problem of PROBLEMS)
      expect(BeginRequest.parse(problem)).toMatchObject({ title: problem.title });
    expect(new Set(PROBLEMS.map((problem) => problem.slug)).size).toBe(4);
    expect(problemOf('lambda-cost')?.slug).toBe('lambda-cost');
    expect(problemOf('nothing-known')).toBeNull();
  });
});

describe('the rules of a request', () => {
  test('it accepts or is paused, and neither is an end', () => {
    expect(REQUEST.words.accepting).toEqual({ word: 'Open', lamp: 'go' });
    expect(REQUEST.words.paused).toEqual({ word: 'Paused', lamp: 'ended' });
    expect(REQUEST.states.accepting.pause?.to).toBe('paused');
    expect(REQUEST.states.paused.resume?.to).toBe('accepting');
  });

  test('an edit of what experts read is history; of the name or the address it is not', () => {
    const before = PostRequest.parse(valid);
    expect(tellsOtherwise(before, before)).toBe(false);
    for (const field of ['title', 'description'] as const)
      expect(tellsOtherwise(before, { ...before, [field]: `${before[field]} Soon.` })).toBe(true);
    expect(tellsOtherwise(before, { ...before, budget: 'unknown' })).toBe(true);
    expect(tellsOtherwise(before, { ...before, location: 'fr' })).toBe(true);
    const contact = { contactName: 'Max', contactEmail: 'max@example.com' };
    expect(tellsOtherwise(before, { ...before, ...contact })).toBe(false);
  });

  test('an edit stands on the text that its writer saw', () => {
    expect(canEdit(2, 2)).toBeNull();
    expect(canEdit(1, 2)?.code).toBe('conflict');
  });

  test('a person posts for their own customers that are not suspended', () => {
    const customers = [
      { tenantId: 'a', rights: [], suspended: false },
      { tenantId: 'b', rights: ['owner'], suspended: true },
    ];
    const person = { kind: 'person', customers, companies: [] } as unknown as Person;
    expect(canPostFor(person, 'a')).toBeNull();
    expect(canPostFor(person, 'b')?.code).toBe('forbidden');
    expect(canPostFor(person, 'c')?.code).toBe('not_found');
  });
});
