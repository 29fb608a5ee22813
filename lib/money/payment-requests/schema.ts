import { z } from 'zod';
import { idField, readId } from '@/lib/core/id';
import { readMoney } from '@/lib/core/money';
import { asIsField, askAbout, sentForm, textField } from '@/lib/core/text';
import { together } from '@/lib/core/together';
import { AS_IS } from '@/lib/core/visible';
import { CURRENCY } from '@/lib/job/proposals/rules';

export const NOTE_MAX = 1500;
export const REASON_MAX = 1500;

/** "Another amount" in the form's list of milestones. */
export const OTHER = 'other';

/** For a milestone, whose amount it takes, or for an amount of its own. */
export const RequestPayment = together(
  z.object({
    proposalId: idField,
    milestoneId: z.string().default(OTHER),
    amount: z.string().default(''),
    note: textField('Note', { min: 0, max: NOTE_MAX, lines: true }).default(''),
    final: z
      .union([z.boolean(), z.string().transform((text) => text === 'on' || text === 'true')])
      .default(false),
    [AS_IS]: asIsField,
  }),
  ['milestoneId', 'amount', 'note', AS_IS],
  ({ milestoneId, amount, note, [AS_IS]: asIs }, say) => {
    askAbout({ note }, asIs, say);
    const of = (id: string | null, amountMinor: bigint | null) => ({ note, milestoneId: id, amountMinor });
    if (milestoneId !== OTHER && milestoneId !== '') {
      const id = readId(milestoneId);
      return id ? of(id, null) : say('Choose a milestone.', 'milestoneId');
    }
    const read = readMoney('Amount', amount, CURRENCY);
    return read.problem === null ? of(null, read.minor) : say(read.problem, 'amount');
  },
);
export type RequestPayment = z.output<typeof RequestPayment>;

export const OfPaymentRequest = z.object({ paymentRequestId: idField });
export type OfPaymentRequest = z.output<typeof OfPaymentRequest>;

export const DeclinePayment = sentForm(
  {
    paymentRequestId: idField,
    reason: textField('Reason', { min: 3, max: REASON_MAX, lines: true }),
  },
  ['reason'],
);
export type DeclinePayment = z.output<typeof DeclinePayment>;
