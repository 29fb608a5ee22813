import { showId } from '@/lib/core/id';
import type { Page } from './page';
import type { Job } from './rooms';

const conversation = ({ conversationId }: Job) => `/conversations/${showId(conversationId)}`;
const suspendedExpert = { suspended: 'suspendedExpert' } as const;

/** Of both sides of a job, and of everybody for themselves. */
export const MEMBER_PAGES: Record<string, Page> = {
  '(member)/conversations': { path: () => '/conversations', as: 'member', wrong: null, others: 'their own' },
  '(member)/conversations/[id]': {
    path: conversation,
    as: 'member',
    wrong: { as: 'rightless', lacks: 'Write a message', says: '“Chat” right' },
    others: 'nothing',
  },
  '(member)/conversations/[id]/proposal': {
    path: (room) => `${conversation(room)}/proposal`,
    as: 'expert',
    wrong: { as: 'rightless', lacks: 'Send proposal', says: 'You need the “Sell” right' },
    others: 'nothing',
    ...suspendedExpert,
  },
  '(member)/conversations/[id]/payment': {
    path: (room) => `${conversation(room)}/payment`,
    as: 'expert',
    wrong: { as: 'chatter', lacks: 'New payment request', says: 'You need the “Bill” right' },
    others: 'nothing',
    ...suspendedExpert,
  },
  '(member)/conversations/[id]/permission': {
    path: (room) => `${conversation(room)}/permission`,
    as: 'expert',
    shows: 'hasn’t decided yet',
    wrong: { as: 'chatter', lacks: 'You already requested access', says: 'You need the “Access” right' },
    others: 'nothing',
    ...suspendedExpert,
  },
  '(member)/conversations/[id]/review': {
    path: (room) => `${conversation(room)}/review`,
    as: 'member',
    wrong: { as: 'expert', lacks: 'the page' },
    others: 'nothing',
  },
  '(member)/settings/notifications': {
    path: () => '/settings/notifications',
    as: 'member',
    shows: 'Email notifications',
    wrong: null,
    others: 'their own',
  },
  '(member)/notifications': {
    path: () => '/notifications',
    as: 'member',
    wrong: null,
    others: 'their own',
  },
  '(member)/settings': {
    path: () => '/settings',
    as: 'owner',
    wrong: { as: 'member', lacks: 'Account name' },
    others: 'their own',
  },
  '(member)/settings/security': {
    path: () => '/settings/security',
    as: 'member',
    shows: 'Open sessions',
    wrong: null,
    others: 'their own',
  },
  '(member)/settings/security/authenticator': {
    path: () => '/settings/security/authenticator',
    as: 'member',
    shows: 'Set up an authenticator app',
    wrong: null,
    others: 'their own',
  },
  '(member)/settings/security/recovery': {
    path: () => '/settings/security/recovery',
    as: 'member',
    shows: 'Nothing to recover yet',
    wrong: null,
    others: 'their own',
  },
  '(member)/confirm': {
    path: () => '/confirm?for=money',
    as: 'member',
    shows: 'Confirm it’s you',
    wrong: null,
    others: 'their own',
  },
  '(member)/proposals/[id]': {
    path: ({ proposalId }) => `/proposals/${showId(proposalId)}`,
    as: 'buyer',
    wrong: { as: 'member', lacks: 'Decline the proposal' },
    others: 'nothing',
  },
  '(member)/payment-requests/[id]': {
    path: ({ paymentRequestId }) => `/payment-requests/${showId(paymentRequestId)}`,
    as: 'buyer',
    wrong: { as: 'member', lacks: 'Decline the payment request' },
    others: 'nothing',
  },
};
