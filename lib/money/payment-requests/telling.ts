import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { APPROVE_WITHIN_DAYS } from './rules';
import { paymentRequestById } from './store';

type Facts = { amount: string; reason?: string };
type Event = { conversationId: string; paymentRequestId: string };

const LAST_DAY = `day ${APPROVE_WITHIN_DAYS}`;

const ofRequest = ofJob<Event, Facts>({
  async facts(tx, { paymentRequestId }) {
    const { amountMinor, currency, declineReason } = await paymentRequestById(tx, paymentRequestId);
    const amount = formatMoney({ minor: amountMinor, currency });
    return { amount, ...(declineReason ? { reason: declineReason } : {}) };
  },
  path: ({ paymentRequestId }) => `/payment-requests/${showId(paymentRequestId)}`,
  once: ({ paymentRequestId }) => paymentRequestId,
});

export const telling = {
  'payment.requested': {
    line: { says: () => 'Payment requested', lamp: 'wait' },
    news: {
      'payment.requested': {
        topic: 'money',
        to: 'customer',
        right: 'buy',
        subject: (d) => `Payment of ${d.amount} awaiting approval`,
        says: (d) =>
          `${d.expert} requests ${d.amount} for “${d.title}”. If no one acts within ${APPROVE_WITHIN_DAYS} days, it’s approved automatically on ${LAST_DAY}.`,
        action: 'Review payment',
        about: ofRequest,
      },
    },
  },
  'payment.approved': {
    line: {
      says: ({ byClock }) => (byClock ? `Payment approved automatically on ${LAST_DAY}` : 'Payment approved'),
      lamp: 'go',
    },
    news: {
      'payment.approved': {
        topic: 'payments',
        to: 'both',
        subject: (d) => `Payment of ${d.amount} approved`,
        says: (d) => `The payment of ${d.amount} for “${d.title}” was approved. The charge comes next.`,
        action: 'View payment',
        about: ofRequest,
      },
    },
  },
  'payment.declined': {
    line: { says: () => 'Payment request declined', lamp: 'ended' },
    news: {
      'payment.declined': {
        topic: 'payments',
        to: 'company',
        subject: () => 'Your payment request was declined',
        says: (d) =>
          `${d.customer} declined the payment of ${d.amount} for “${d.title}”.${d.reason ? ` They wrote: ${d.reason}` : ''} You can request it again once that’s settled.`,
        action: 'View payment request',
        about: ofRequest,
      },
    },
  },
  'payment.withdrawn': {
    line: { says: () => 'Payment request withdrawn', lamp: 'ended' },
  },
} satisfies TellingOf<Facts>;
