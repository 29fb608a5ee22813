import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { byNobody, dotted, type Line, type LineFacts } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { paymentById, paymentWithPart } from './store';

type Facts = { amount: string };
type Event = { conversationId: string; paymentId: string };

const ofPayment = ofJob<Event, Facts>({
  async facts(tx, { paymentId }) {
    const { amountMinor, currency } = await paymentById(tx, paymentId);
    return { amount: formatMoney({ minor: amountMinor, currency }) };
  },
  once: ({ paymentId }) => paymentId,
});

const line: Pick<Line<Event>, 'about' | 'path' | 'acted'> = {
  async about(tx, { paymentId }) {
    const { paymentRequestId: id, amountMinor, currency, part } = await paymentWithPart(tx, paymentId);
    const amount = formatMoney({ minor: amountMinor, currency }, { short: true });
    return { id, facts: { of: id, amount, ...(part ? { part } : {}) } };
  },
  path: (id) => `/payment-requests/${showId(id)}`,
  acted: byNobody,
};
const what = (f: LineFacts) => dotted(f.amount, f.part);

export const telling = {
  'payment.succeeded': {
    line: {
      ...line,
      mark: 'card',
      quiet: true,
      joins: { key: 'charge', as: 'tail', tail: 'paid' },
      says: (f) => ['Paid ·', what(f)],
    },
    news: {
      'payment.succeeded': {
        topic: 'payments',
        to: 'both',
        subject: (d) => `Payment of ${d.amount} succeeded`,
        says: (d) => `The payment of ${d.amount} for “${d.title}” succeeded.`,
        action: 'View payment',
        about: ofPayment,
      },
    },
  },
  'payment.action_required': {
    line: {
      ...line,
      mark: 'alert',
      joins: { key: 'charge', as: 'stage' },
      says: (f) => ['The bank asks for confirmation ·', what(f)],
    },
    news: {
      'payment.action_required': {
        topic: 'money',
        to: 'customer',
        right: 'buy',
        subject: (d) => `Confirm ${d.amount} with your bank`,
        says: (d) => `Your bank needs you to confirm the payment of ${d.amount} for “${d.title}”.`,
        action: 'Confirm payment',
        about: ofPayment,
      },
    },
  },
  'payment.failed': {
    line: {
      ...line,
      mark: 'alert',
      joins: { key: 'charge', as: 'stage' },
      says: (f) => ['Payment failed ·', what(f)],
    },
    news: {
      'payment.failed': {
        topic: 'money',
        to: 'customer',
        right: 'buy',
        subject: (d) => `Payment of ${d.amount} failed`,
        says: (d) =>
          `The payment of ${d.amount} for “${d.title}” didn’t go through. Choose another card and try again.`,
        action: 'See what to do',
        about: ofPayment,
      },
    },
  },
} satisfies TellingOf<Facts>;
