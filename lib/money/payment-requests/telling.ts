import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { ordinal } from '@/lib/core/words';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { APPROVE_WITHIN_DAYS } from './rules';
import { paymentRequestById } from './store';

type Facts = { amount: string; reason?: string };
type Event = { conversationId: string; paymentRequestId: string };

const LAST_DAY = `${ordinal(APPROVE_WITHIN_DAYS)} day`;

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
    line: { says: () => 'A payment was requested', lamp: 'wait' },
    news: {
      'payment.requested': {
        topic: 'money',
        to: 'customer',
        right: 'buy',
        subject: (d) => `Payment of ${d.amount} awaiting approval`,
        says: (d) =>
          `${d.expert} asks for ${d.amount} for “${d.title}”. If nobody acts within ${APPROVE_WITHIN_DAYS} days, it is approved by itself on the ${LAST_DAY}.`,
        action: 'Review the payment',
        about: ofRequest,
      },
    },
  },
  'payment.approved': {
    line: {
      says: ({ byClock }) =>
        byClock ? `The payment was approved by itself on the ${LAST_DAY}` : 'The payment was approved',
      lamp: 'go',
    },
    news: {
      'payment.approved': {
        topic: 'payments',
        to: 'both',
        subject: (d) => `Payment of ${d.amount} approved`,
        says: (d) =>
          `The payment of ${d.amount} for “${d.title}” was approved. The charge is a step of its own.`,
        action: 'Open the payment',
        about: ofRequest,
      },
    },
  },
  'payment.declined': {
    line: { says: () => 'The payment request was declined', lamp: 'ended' },
    news: {
      'payment.declined': {
        topic: 'payments',
        to: 'company',
        subject: () => 'A payment request was declined',
        says: (d) =>
          `${d.customer} declined the payment of ${d.amount} for “${d.title}”.${d.reason ? ` They wrote: ${d.reason}` : ''} It can be sent again once that is settled.`,
        action: 'Open the payment request',
        about: ofRequest,
      },
    },
  },
  'payment.withdrawn': {
    line: { says: () => 'The payment request was withdrawn', lamp: 'ended' },
  },
} satisfies TellingOf<Facts>;
