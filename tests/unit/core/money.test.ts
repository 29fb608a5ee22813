import { describe, expect, test } from 'vitest';
import { readMoney } from '@/lib/core/money';
import { splitOf, splitOfAll } from '@/lib/job/proposals/rules';
import { Propose } from '@/lib/job/proposals/schema';
import { RequestPayment } from '@/lib/money/payment-requests/schema';

const OWN = ['900', '$900', '$ 900', 'US$900', 'us$ 900', '900 USD', 'USD 900', '900$', ' 900.00 '];
const FOREIGN = ['€900', '£900', '900 €', '900 EUR', 'EUR 900', '¥900', 'A$900', '900 pounds'];
const NO_NUMBER = ['', 'nine', '9,00', '900,50', '1.005', '-5', '1e3', '$', '€', '1 000', '٩٠٠'];

describe('an amount as people type it', () => {
  test.each(OWN)('%s is 900 dollars', (text) => {
    expect(readMoney('Amount', text, 'USD')).toEqual({ minor: 90_000n, problem: null });
  });

  test.each(FOREIGN)('%s is not taken as dollars', (text) => {
    expect(readMoney('Amount', text, 'USD')).toEqual({
      minor: null,
      problem: 'Amount must be in USD. Type the amount in USD, such as 900 or 1,200.50.',
    });
  });

  test.each(NO_NUMBER)('%j is no amount', (text) => {
    expect(readMoney('Amount', text, 'USD').problem).toBe('Amount must be a number such as 900 or 1,200.50.');
  });
});

describe('every form that takes an amount refuses another currency at its field', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  test.each(['€33.50', '£33.50'])('%s', (amount) => {
    const proposal = Propose.safeParse({
      conversationId: id,
      title: 'Mend the query',
      terms: 'I find the slow query and mend it, with a test.',
      milestones: [{ title: 'Find it', amount }],
    });
    const asked = RequestPayment.safeParse({ proposalId: id, amount });
    const sentences = [proposal, asked].map(({ error }) =>
      error?.issues.map(({ path, message }) => [path.join('.'), message]),
    );
    const sentence = 'Amount must be in USD. Type the amount in USD, such as 900 or 1,200.50.';
    expect(sentences).toEqual([[['milestones.0.amount', sentence]], [['amount', sentence]]]);
  });
});

test('the fee that is previewed is the fee that is charged, payment by payment', () => {
  const amounts = [3350n, 3350n, 3350n];
  expect(splitOfAll(amounts, 300)).toEqual({ feeMinor: 303n, netMinor: 9747n });
  // In one payment it would be a cent less: the rounding is of each.
  expect(splitOf(10_050n, 300).feeMinor).toBe(302n);
});
