import { showId } from '@/lib/core/id';
import type { Job, Who } from './rooms';

export type Page = {
  path: (job: Job) => string;
  /** Whose page it is, with the least right that it needs. */
  as: Who;
  /** What they read there; the room's mark unless given. */
  shows?: string;
  /** Of the same tenant without the right: no such form, or a sentence that names the right. Null: every member may. */
  wrong: { as: Who; lacks: string; says?: string } | { as: Who; lacks: 'the page' } | null;
  /** What other tenants get: nothing, or a page of their own with nothing of this room. */
  others: 'nothing' | 'their own';
  /** Somebody who would have had the page. */
  suspended?: Who;
};

const conversation = ({ conversationId }: Job) => `/conversations/${showId(conversationId)}`;
const suspendedExpert = { suspended: 'suspendedExpert' } as const;
/** An expert's own list of something, which everybody has for themselves. */
const ownList = (path: string, shows: string): Page => ({
  ...{ path: () => path, as: 'expert', shows, wrong: null, others: 'their own' },
  ...suspendedExpert,
});
/** A page of admins', which is not there for anybody else. */
const adminsOwn = (path: Page['path'], shows?: string, wrong: Who = 'owner'): Page => ({
  ...{ path, as: 'admin', wrong: { as: wrong, lacks: 'the page' }, others: 'nothing' },
  ...{ suspended: 'suspendedAdmin', ...(shows ? { shows } : {}) },
});

/** Every page of those who are signed in. One without a line here fails the last test. */
export const PAGES: Record<string, Page> = {
  '(member)/conversations': { path: () => '/conversations', as: 'member', wrong: null, others: 'their own' },
  '(member)/conversations/[id]': {
    path: conversation,
    as: 'member',
    wrong: { as: 'rightless', lacks: 'Write a message', says: 'right “Chat”' },
    others: 'nothing',
  },
  '(member)/conversations/[id]/proposal': {
    path: (room) => `${conversation(room)}/proposal`,
    as: 'expert',
    wrong: { as: 'rightless', lacks: 'Send proposal', says: 'You need the right “Sell”' },
    others: 'nothing',
    ...suspendedExpert,
  },
  '(member)/conversations/[id]/payment': {
    path: (room) => `${conversation(room)}/payment`,
    as: 'expert',
    wrong: { as: 'chatter', lacks: 'New payment request', says: 'You need the right “Bill”' },
    others: 'nothing',
    ...suspendedExpert,
  },
  '(member)/conversations/[id]/permission': {
    path: (room) => `${conversation(room)}/permission`,
    as: 'expert',
    shows: 'has not decided yet',
    wrong: { as: 'chatter', lacks: 'You have asked already', says: 'You need the right “Access”' },
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
    shows: 'What is mailed to you',
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
    wrong: { as: 'member', lacks: 'Name of the customer' },
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
    shows: 'Confirm that it is you',
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
  '(customer)/requests': { path: () => '/requests', as: 'member', wrong: null, others: 'their own' },
  '(customer)/requests/new': {
    path: () => '/requests/new',
    as: 'member',
    shows: 'Post request',
    wrong: null,
    others: 'their own',
  },
  '(customer)/requests/review': {
    path: () => '/requests/review',
    as: 'member',
    wrong: null,
    others: 'their own',
  },
  '(customer)/requests/[id]': {
    path: ({ requestId }) => `/requests/${showId(requestId)}`,
    as: 'member',
    wrong: { as: 'expert', lacks: 'the page' },
    others: 'nothing',
  },
  '(customer)/requests/[id]/edit': {
    path: ({ requestId }) => `/requests/${showId(requestId)}/edit`,
    as: 'member',
    wrong: { as: 'expert', lacks: 'the page' },
    others: 'nothing',
  },
  '(customer)/requests/[id]/choose': {
    path: ({ requestId, responseId }) => `/requests/${showId(requestId)}/choose?answer=${showId(responseId)}`,
    as: 'member',
    wrong: { as: 'expert', lacks: 'the page' },
    others: 'nothing',
  },
  '(customer)/requests/[id]/compare': {
    path: ({ requestId }) => `/requests/${showId(requestId)}/compare`,
    as: 'member',
    wrong: { as: 'expert', lacks: 'the page' },
    others: 'nothing',
  },
  '(customer)/payments': { path: () => '/payments', as: 'member', wrong: null, others: 'their own' },
  '(customer)/payment-methods': {
    path: () => '/payment-methods',
    as: 'buyer',
    wrong: { as: 'member', lacks: 'Add a card', says: 'right “Buy”' },
    others: 'their own',
  },
  '(customer)/access': { path: () => '/access', as: 'member', wrong: null, others: 'their own' },
  '(customer)/access/[id]': {
    path: ({ permissionRequestId }) => `/access/${showId(permissionRequestId)}`,
    as: 'granter',
    wrong: { as: 'buyer', lacks: 'Decline the permission request', says: 'right “Grant access”' },
    others: 'nothing',
  },
  '(customer)/members': {
    path: () => '/members',
    as: 'owner',
    wrong: { as: 'member', lacks: 'Send the invitation', says: 'Owners invite members' },
    others: 'their own',
    suspended: 'suspendedCustomer',
  },
  '(customer)/connections': {
    path: () => '/connections',
    as: 'granter',
    wrong: { as: 'buyer', lacks: 'Connect an AWS account', says: 'right “Grant access”' },
    others: 'their own',
  },
  '(customer)/connections/new': {
    path: () => '/connections/new',
    as: 'granter',
    shows: 'AWS account ID',
    wrong: { as: 'buyer', lacks: 'AWS account ID', says: 'right “Grant access”' },
    others: 'their own',
  },
  '(customer)/connections/[id]': {
    path: ({ connectionId }) => `/connections/${showId(connectionId)}`,
    as: 'granter',
    wrong: { as: 'buyer', lacks: 'Verify the connection', says: 'right “Grant access”' },
    others: 'nothing',
  },
  '(expert)/work': {
    path: () => '/work',
    as: 'expert',
    shows: 'Words in the request',
    wrong: { as: 'uncertified', lacks: 'aria-label="Respond', says: 'You cannot respond yet' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/work/bookmarks': ownList('/work/bookmarks', 'keep at hand'),
  '(expert)/work/hidden': ownList('/work/hidden', 'do not want to see'),
  '(expert)/work/searches': ownList('/work/searches', 'compared with them'),
  '(expert)/work/[id]': {
    path: ({ requestId }) => `/work/${showId(requestId)}`,
    as: 'expert',
    wrong: null,
    others: 'nothing',
    ...suspendedExpert,
  },
  '(expert)/clients': {
    path: () => '/clients',
    as: 'expert',
    shows: 'Send invitation',
    wrong: { as: 'rightless', lacks: 'Send invitation' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/grants': {
    path: () => '/grants',
    as: 'expert',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/profile': {
    path: () => '/profile',
    as: 'expert',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/profile/preview': {
    path: () => '/profile/preview',
    as: 'expert',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/company': {
    path: () => '/company',
    as: 'expert',
    wrong: { as: 'chatter', lacks: 'Save', says: 'Only an owner' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/company/members': {
    path: () => '/company/members',
    as: 'expert',
    wrong: { as: 'chatter', lacks: 'Send the invitation', says: 'Owners invite members' },
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/earnings': {
    path: () => '/earnings',
    as: 'rightless',
    shows: 'Paid by customers',
    wrong: null,
    others: 'their own',
    ...suspendedExpert,
  },
  '(expert)/register': {
    path: () => '/register',
    as: 'newcomer',
    shows: 'Validation number',
    wrong: null,
    others: 'their own',
  },
  '(admin)/admin/verification': adminsOwn(() => '/admin/verification', 'Verification'),
  '(admin)/admin/verification/[id]': adminsOwn(
    ({ claimId }) => `/admin/verification/${showId(claimId)}`,
    undefined,
    'uncertified',
  ),
  '(admin)/admin/people': adminsOwn(
    ({ people }) => `/admin/people?person=${showId(people.owner.personId)}`,
    'Una Brandt',
  ),
  '(admin)/admin/money': adminsOwn(() => '/admin/money', 'Payments on hold'),
};
