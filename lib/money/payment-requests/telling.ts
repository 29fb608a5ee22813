import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';
import { firstLine } from '@/lib/core/text';
import { dotted, LINE_REASON, type Line, type LineFacts } from '@/lib/platform/telling/line';
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

const line: Pick<Line<Event>, 'about' | 'path'> = {
  async about(tx, { paymentRequestId: id }) {
    const { amountMinor, currency, milestone, final, declineReason } = await paymentRequestById(tx, id);
    const reason = firstLine(declineReason ?? '', LINE_REASON);
    return {
      id,
      facts: {
        of: id,
        amount: formatMoney({ minor: amountMinor, currency }, { short: true }),
        ...(milestone ? { part: milestone.title } : {}),
        ...(final ? { final: 'final payment' } : {}),
        ...(reason ? { reason } : {}),
      },
    };
  },
  path: (id) => `/payment-requests/${showId(id)}`,
};
const what = (f: LineFacts) => dotted(f.amount, f.part);

export const telling = {
  'payment.requested': {
    line: { ...line, mark: 'card', says: (f) => ['asked for', what(f)] },
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
      ...line,
      mark: 'check',
      joins: { key: 'charge', as: 'head' },
      says: (f, acted) => [
        acted ? 'approved' : `Approved automatically on ${LAST_DAY} ·`,
        dotted(what(f), f.final),
      ],
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
    line: {
      ...line,
      mark: 'no',
      says: (f) => (f.reason ? [`declined ${f.amount}:`, f.reason] : ['declined', what(f)]),
    },
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
    line: { ...line, mark: 'no', says: (f) => ['withdrew the request for', what(f)] },
  },
} satisfies TellingOf<Facts>;
