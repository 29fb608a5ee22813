import { showId } from '@/lib/core/id';
import type { Page } from './page';

export const CUSTOMER_PAGES: Record<string, Page> = {
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
    wrong: { as: 'member', lacks: 'Add a card', says: '“Buy” right' },
    others: 'their own',
  },
  '(customer)/access': { path: () => '/access', as: 'member', wrong: null, others: 'their own' },
  '(customer)/access/[id]': {
    path: ({ permissionRequestId }) => `/access/${showId(permissionRequestId)}`,
    as: 'granter',
    wrong: { as: 'buyer', lacks: 'Decline the access request', says: '“Grant access” right' },
    others: 'nothing',
  },
  '(customer)/members': {
    path: () => '/members',
    as: 'owner',
    wrong: { as: 'member', lacks: 'Send invitation', says: 'Owners invite members' },
    others: 'their own',
    suspended: 'suspendedCustomer',
  },
  '(customer)/connections': {
    path: () => '/connections',
    as: 'granter',
    wrong: { as: 'buyer', lacks: 'Connect an AWS account', says: '“Grant access” right' },
    others: 'their own',
  },
  '(customer)/connections/new': {
    path: () => '/connections/new',
    as: 'granter',
    shows: 'AWS account ID',
    wrong: { as: 'buyer', lacks: 'AWS account ID', says: '“Grant access” right' },
    others: 'their own',
  },
  '(customer)/connections/[id]': {
    path: ({ connectionId }) => `/connections/${showId(connectionId)}`,
    as: 'granter',
    wrong: { as: 'buyer', lacks: 'Verify the connection', says: '“Grant access” right' },
    others: 'nothing',
  },
};
