import type { CompanyRight, CustomerRight } from '@/lib/core/rights';
import { ACCESS_KINDS } from './kinds-access';
import { CERTIFICATION_KINDS } from './kinds-certifications';
import { MEMBER_KINDS } from './kinds-members';
import { PROPOSAL_KINDS } from './kinds-proposals';
import { REQUEST_KINDS } from './kinds-requests';
import type { TopicName } from './topics';

/** What the sentence of a notification is made of: names and amounts as they were when it happened. */
export type Detail = {
  /** The request's title. */
  title: string;
  customer: string;
  expert: string;
  company: string;
  amount?: string;
  certification?: string;
  /** Days until a certification expires. */
  days?: string;
  reason?: string;
  /** Saved searches: their names, how many requests, and their titles, one a line. */
  searches?: string;
  count?: number;
  titles?: string;
};

export type Kind = {
  /** What a person chooses about: how it reaches their mailbox. */
  topic: TopicName;
  /** Whom it concerns, and the right without which it does not. `both` = every member of both sides. */
  to: 'customer' | 'company' | 'expert' | 'admins' | 'both';
  right?: CustomerRight | CompanyRight;
  /** Whoever causes it may be a stranger to whoever is told: in a mail, nothing of theirs stands in its first lines. */
  stranger?: true;
  /** The headline in the bell. In a mail it is made of roles instead of names: see `mailSubject`. */
  subject: (detail: Detail) => string;
  says: (detail: Detail) => string;
  /** The words on the button of the e-mail. */
  action: string;
};

/** Everything that people are told, by the event that causes it. Where a page of its own decides it, the path leads there. */
export const KINDS = {
  ...REQUEST_KINDS,
  ...MEMBER_KINDS,
  ...ACCESS_KINDS,
  ...PROPOSAL_KINDS,
  'response.sent': {
    stranger: true,
    topic: 'answers',
    to: 'customer',
    subject: (d) => `${d.expert} answered your request`,
    says: (d) => `${d.expert} of ${d.company} answered “${d.title}”. Read the answer, chat, and compare.`,
    action: 'Read the answer',
  },
  'search.found': {
    stranger: true,
    topic: 'searches',
    to: 'expert',
    subject: (d) =>
      d.count === 1 ? 'A new request for your search' : `${d.count} new requests for your searches`,
    says: (d) => `Found by ${d.searches}: ${d.titles}.`,
    action: 'See what was found',
  },
  'response.chosen': {
    topic: 'edits',
    to: 'company',
    subject: (d) => `${d.customer} chose ${d.expert}`,
    says: (d) => `${d.customer} chose ${d.expert} for “${d.title}”, and takes no more responses.`,
    action: 'Open the conversation',
  },
  'response.passedOver': {
    topic: 'edits',
    to: 'company',
    subject: () => 'A request that you answered is settled',
    says: (d) =>
      `“${d.title}” is settled: another expert was chosen.${d.reason ? ` ${d.customer} writes: ${d.reason}` : ''}`,
    action: 'Open the conversation',
  },
  'held.sent': {
    topic: 'edits',
    to: 'expert',
    subject: () => 'Your answer was sent',
    says: (d) => `Your answer to “${d.title}” waited for your certification. It is with ${d.customer} now.`,
    action: 'Open the conversation',
  },
  'held.unsent': {
    topic: 'edits',
    to: 'expert',
    subject: () => 'An answer of yours could not be sent',
    says: (d) => `Your answer to “${d.title}” was not sent. ${d.reason} The text is kept as a draft.`,
    action: 'Open the request',
  },
  'message.sent': {
    topic: 'messages',
    to: 'both',
    subject: (d) => `New message about “${d.title}”`,
    says: (d) => `There is a new message in the conversation about “${d.title}”.`,
    action: 'Open the conversation',
  },
  'payment.requested': {
    topic: 'money',
    to: 'customer',
    right: 'buy',
    subject: (d) => `Payment of ${d.amount} awaiting approval`,
    says: (d) =>
      `${d.expert} asks for ${d.amount} for “${d.title}”. If nobody acts within 10 days, it is approved by itself on the 10th day.`,
    action: 'Review the payment',
  },
  'payment.approved': {
    topic: 'payments',
    to: 'both',
    subject: (d) => `Payment of ${d.amount} approved`,
    says: (d) => `The payment of ${d.amount} for “${d.title}” was approved. The charge is a step of its own.`,
    action: 'Open the payment',
  },
  'payment.declined': {
    topic: 'payments',
    to: 'company',
    subject: () => 'A payment request was declined',
    says: (d) =>
      `${d.customer} declined the payment of ${d.amount} for “${d.title}”.${d.reason ? ` They wrote: ${d.reason}` : ''} It can be sent again once that is settled.`,
    action: 'Open the payment request',
  },
  'payment.succeeded': {
    topic: 'payments',
    to: 'both',
    subject: (d) => `Payment of ${d.amount} succeeded`,
    says: (d) => `The payment of ${d.amount} for “${d.title}” has succeeded.`,
    action: 'Open the payment',
  },
  'payment.action_required': {
    topic: 'money',
    to: 'customer',
    right: 'buy',
    subject: (d) => `Your bank asks you to confirm ${d.amount}`,
    says: (d) => `The payment of ${d.amount} for “${d.title}” waits for you to confirm it with your bank.`,
    action: 'Confirm the payment',
  },
  'payment.failed': {
    topic: 'money',
    to: 'customer',
    right: 'buy',
    subject: (d) => `Payment of ${d.amount} failed`,
    says: (d) =>
      `The payment of ${d.amount} for “${d.title}” did not go through. Choose another card and try again.`,
    action: 'See what to do',
  },
  'permission.requested': {
    topic: 'asked',
    to: 'customer',
    right: 'grant',
    subject: (d) => `${d.expert} asks for access to AWS`,
    says: (d) =>
      `${d.expert} asks for access to an AWS account for “${d.title}”. See what it allows before you decide.`,
    action: 'Review the request',
  },
  'permission.declined': {
    topic: 'access',
    to: 'expert',
    subject: () => 'A permission request was declined',
    says: (d) => `${d.customer} declined the access to AWS for “${d.title}”.`,
    action: 'Open the conversation',
  },
  'grant.active': {
    topic: 'access',
    to: 'both',
    subject: (d) => `Access for ${d.expert} is active`,
    says: (d) =>
      `${d.expert} can now enter the AWS account for “${d.title}”. It ends by itself at the final payment.`,
    action: 'Open the access',
  },
  'grant.failed': {
    topic: 'access',
    to: 'both',
    subject: () => 'The role could not be made',
    says: (d) => `The role for ${d.expert} could not be made in AWS. Nobody has access. The page says why.`,
    action: 'See what to do',
  },
  'grant.cutOff': {
    topic: 'security',
    to: 'both',
    subject: (d) => `Access for ${d.expert} is on hold`,
    says: (d) =>
      `We can't confirm that the access for “${d.title}” can be ended, so no new session opens. The page says what to do.`,
    action: 'See what to do',
  },
  'grant.restored': {
    topic: 'access',
    to: 'both',
    subject: (d) => `Access for ${d.expert} works again`,
    says: (d) => `We reach the AWS account for “${d.title}” again. New sessions can be opened.`,
    action: 'Open the access',
  },
  'grant.revoked': {
    topic: 'access',
    to: 'both',
    subject: (d) => `Access for ${d.expert} has ended`,
    says: (d) =>
      `The role for “${d.title}” no longer exists in AWS. Each step was checked, and is listed with its instant.`,
    action: 'See the proof',
  },
  'review.written': {
    topic: 'reviews',
    to: 'company',
    subject: () => 'A customer wrote a review',
    says: (d) => `${d.customer} reviewed the work on “${d.title}”.`,
    action: 'Read the review',
  },
  'review.invited': {
    topic: 'reviews',
    to: 'customer',
    subject: (d) => `How was the work with ${d.expert}?`,
    says: (d) => `“${d.title}” is over. Rate ${d.company} and write a review of up to 500 characters.`,
    action: 'Write a review',
  },
  ...CERTIFICATION_KINDS,
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;

/** What is kept and sent, the same for everybody concerned. */
export type Message = {
  kind: KindName;
  detail: Detail;
  path: string;
  conversationId?: string;
  key: (personId: string) => string;
};

export function kindOf(name: string): Kind | null {
  return name in KINDS ? KINDS[name as KindName] : null;
}

/** The kinds that belong to a topic. */
export function kindsOf(topic: TopicName): KindName[] {
  return (Object.keys(KINDS) as KindName[]).filter((name) => KINDS[name].topic === topic);
}
