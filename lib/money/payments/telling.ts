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
    line: { says: () => 'The payment succeeded', lamp: 'go' },
    news: {
      'payment.succeeded': {
        topic: 'payments',
        to: 'both',
        subject: (d) => `Payment of ${d.amount} succeeded`,
        says: (d) => `The payment of ${d.amount} for “${d.title}” has succeeded.`,
        action: 'Open the payment',
        about: ofPayment,
      },
    },
  },
  'payment.action_required': {
    line: { says: () => 'The bank asks the customer to confirm the payment', lamp: 'wait' },
    news: {
      'payment.action_required': {
        topic: 'money',
        to: 'customer',
        right: 'buy',
        subject: (d) => `Your bank asks you to confirm ${d.amount}`,
        says: (d) =>
          `The payment of ${d.amount} for “${d.title}” waits for you to confirm it with your bank.`,
        action: 'Confirm the payment',
        about: ofPayment,
      },
    },
  },
  'payment.failed': {
    line: { says: () => 'The payment failed; it can be tried again', lamp: 'stop' },
    news: {
      'payment.failed': {
        topic: 'money',
        to: 'customer',
        right: 'buy',
        subject: (d) => `Payment of ${d.amount} failed`,
        says: (d) =>
          `The payment of ${d.amount} for “${d.title}” did not go through. Choose another card and try again.`,
        action: 'See what to do',
        about: ofPayment,
      },
    },
  },
} satisfies TellingOf<Facts>;
