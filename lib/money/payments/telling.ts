import { formatMoney } from '@/lib/core/money';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { paymentById } from './store';

type Facts = { amount: string };
type Event = { conversationId: string; paymentId: string };

const ofPayment = ofJob<Event, Facts>({
  async facts(tx, { paymentId }) {
    const { amountMinor, currency } = await paymentById(tx, paymentId);
    return { amount: formatMoney({ minor: amountMinor, currency }) };
  },
  once: ({ paymentId }) => paymentId,
});

export const telling = {
  'payment.succeeded': {
    line: { says: () => 'Payment succeeded', lamp: 'go' },
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
    line: { says: () => 'Payment needs to be confirmed with the bank', lamp: 'wait' },
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
    line: { says: () => 'Payment failed. It can be retried.', lamp: 'stop' },
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
