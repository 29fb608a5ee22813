import { describe, expect, test } from 'vitest';
import { canWrite, isReviewable, type Reviewable } from '@/lib/trust/reviews/rules';

type Asked = Reviewable['paymentRequests'][number];
const asked = (
  status: Asked['status'],
  final: boolean,
  ...payments: Asked['payments'][number]['status'][]
) => ({
  status,
  final,
  payments: payments.map((one) => ({ status: one })),
});
const job = (status: Reviewable['status'], ...paymentRequests: Asked[]): Reviewable => ({
  status,
  paymentRequests,
});

const paid = asked('approved', false, 'failed', 'succeeded');

test.each([
  ['completed and paid', job('completed', asked('declined', false), paid), true],
  ['ended and paid', job('ended', paid), true],
  [
    'completed, its final payment approved and not taken',
    job('completed', asked('approved', true, 'failed')),
    true,
  ],
  [
    'completed, another payment approved and not taken',
    job('completed', asked('approved', false, 'failed')),
    false,
  ],
  ['completed, its final payment declined', job('completed', asked('declined', true)), false],
  ['completed, and nothing asked for', job('completed'), false],
  ['going on, and paid', job('accepted', paid), false],
  ['declined', job('declined', paid), false],
])('a job that is %s can be reviewed: %#', (_what, proposal, can) => {
  expect(isReviewable(proposal)).toBe(can);
});

describe('a review', () => {
  const facts = {
    proposal: job('completed', paid),
    ofCompany: false,
    reviewed: false,
    answered: false,
    stars: 5 as number | null,
    text: 'Good',
    workAgain: null as boolean | null,
    refused: null as string | null,
  };

  test.each([
    ['with stars and a text', {}, null],
    ['with stars alone', { text: '' }, null],
    ['with the private answer alone', { stars: null, text: '', workAgain: false }, null],
    ['with stars after the private answer was given', { answered: true }, null],
    [
      'with the private answer after the review',
      { stars: null, text: '', workAgain: true, reviewed: true },
      null,
    ],
    ['by the company itself', { ofCompany: true }, 'forbidden'],
    ['before the job is over', { proposal: job('accepted', paid) }, 'conflict'],
    ['of a job that nobody paid for', { proposal: job('completed') }, 'conflict'],
    ['with a text and no stars', { stars: null, workAgain: true }, 'invalid'],
    ['with something that has to come out', { refused: 'Take out the link.' }, 'invalid'],
    ['with nothing', { stars: null, text: '' }, 'invalid'],
    ['twice', { reviewed: true }, 'conflict'],
    ['with a second private answer', { workAgain: true, answered: true }, 'conflict'],
  ])('%s: %#', (_what, change, code) => {
    expect(canWrite({ ...facts, ...change })?.code ?? null).toBe(code);
  });

  test('asks for its stars at their field', () => {
    for (const text of ['', 'Good'])
      expect(canWrite({ ...facts, stars: null, text })?.fields).toHaveProperty('stars');
  });

  test('says whether it waits for the end of the job or for money', () => {
    expect(canWrite({ ...facts, proposal: job('accepted', paid) })?.message).toContain('once the proposal');
    expect(canWrite({ ...facts, proposal: job('ended') })?.message).toContain('Nothing was paid');
  });
});
