import { ordinal } from '@/lib/core/words';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import type { TopicName } from '@/lib/platform/telling/telling';

/** When a digest is sent, by the person's own clock. */
export const MORNING_HOUR = 8;

/** How a topic reaches somebody's mailbox. The bell shows everything in any case. */
export const PACES = ['immediate', 'digest', 'off'] as const;
export type Pace = (typeof PACES)[number];

export const PACE_LABELS: Record<Pace, string> = {
  immediate: 'At once',
  digest: 'Once a day',
  off: 'No e-mail',
};

export type Topic = {
  label: string;
  /** What is in it, for whoever decides about it. */
  about: string;
  /** Whose pages show it: customers', companies', admins', or everybody's. */
  side: 'customer' | 'company' | 'admin' | 'everyone';
  /** Ends the sentence "You get this mail because …". */
  because: string;
  /** What holds until the person says otherwise. */
  pace: Pace;
  /** The paces that a person may choose. */
  paces: readonly Pace[];
  /** Where it cannot be turned off: why. */
  why?: string;
};

const ANY = PACES;

/** What people may be told of, as they choose about it. Each kind of notification belongs to one. */
export const TOPICS = {
  answers: {
    label: 'Answers to your requests',
    about: 'An expert responds to a request, or a request has found nobody yet.',
    side: 'customer',
    because: 'you belong to a customer that posted a request',
    pace: 'immediate',
    paces: ANY,
  },
  edits: {
    label: 'Requests that you answered',
    about: 'The customer edits it, or chooses somebody; an answer that waited for a certification is sent.',
    side: 'company',
    because: 'your company answered a request',
    pace: 'immediate',
    paces: ANY,
  },
  searches: {
    label: 'Saved searches',
    about:
      'A saved search finds new requests. When it writes, at once or each morning, is said at the search itself.',
    side: 'company',
    because: 'you keep a search over open requests',
    pace: 'immediate',
    paces: ANY,
  },
  messages: {
    label: 'Messages',
    about: 'Somebody writes in a conversation of yours. One mail until you have read them.',
    side: 'everyone',
    because: 'you take part in a conversation',
    pace: 'immediate',
    paces: ANY,
  },
  proposals: {
    label: 'Proposals',
    about: 'A proposal is sent, accepted, declined or withdrawn; a job is completed or ended.',
    side: 'everyone',
    because: 'you take part in a job',
    pace: 'immediate',
    paces: ANY,
  },
  money: {
    label: 'Money that waits for you',
    about: 'A payment to approve, a bank that asks you to confirm, a charge that failed.',
    side: 'customer',
    because: 'you may approve payments of a customer',
    pace: 'immediate',
    paces: ['immediate', 'digest'],
    why: `A payment that nobody answers is approved by itself on the ${ordinal(APPROVE_WITHIN_DAYS)} day, so you are always told of it.`,
  },
  payments: {
    label: 'Payments made',
    about: 'A payment is approved, declined or has succeeded.',
    side: 'everyone',
    because: 'you take part in a job',
    pace: 'immediate',
    paces: ANY,
  },
  asked: {
    label: 'Access that is asked for',
    about: 'An expert asks to be let into an AWS account.',
    side: 'customer',
    because: 'you decide about access to the AWS accounts of a customer',
    pace: 'immediate',
    paces: ['immediate'],
    why: 'Whoever can let somebody into an AWS account should hear of it at once.',
  },
  access: {
    label: 'Access that was given',
    about: 'A role is made, could not be made, is denied, or has gone.',
    side: 'everyone',
    because: 'you take part in a job with access to AWS',
    pace: 'immediate',
    paces: ANY,
  },
  security: {
    label: 'Security',
    about:
      'Access that we could not end, an expert who lost a certification, and changes to how you sign in.',
    side: 'everyone',
    because: 'it concerns the safety of your account or of an AWS account',
    pace: 'immediate',
    paces: ['immediate'],
    why: 'If it was not you, or if somebody still has access, every hour counts.',
  },
  people: {
    label: 'Members and rights',
    about: 'You are given a right, or somebody joins or leaves.',
    side: 'everyone',
    because: 'you are a member of a customer or a company',
    pace: 'immediate',
    paces: ANY,
  },
  reviews: {
    label: 'Reviews',
    about: 'A job is done and can be reviewed, or a review was written.',
    side: 'everyone',
    because: 'you took part in a job',
    pace: 'immediate',
    paces: ANY,
  },
  certifications: {
    label: 'Your certifications',
    about: 'One is verified, rejected, revoked, about to expire, or expired.',
    side: 'company',
    because: 'you have a profile as an expert',
    pace: 'immediate',
    paces: ANY,
  },
  verification: {
    label: 'Certifications to verify',
    about: 'An expert adds a certification, or changes their name.',
    side: 'admin',
    because: 'you are an admin of this installation',
    pace: 'immediate',
    paces: ANY,
  },
} as const satisfies Record<TopicName, Topic>;

export const TOPIC_NAMES = Object.keys(TOPICS) as TopicName[];

export function topicOf(name: TopicName): Topic {
  return TOPICS[name];
}

/** The pace that holds: what the person chose, where the topic still allows it; else the topic's own. */
export function paceOf(topic: Pick<Topic, 'pace' | 'paces'>, chosen: Pace | undefined): Pace {
  return chosen && topic.paces.includes(chosen) ? chosen : topic.pace;
}

/** Whether its mail may be turned off with one click. */
export function mayTurnOff(topic: Pick<Topic, 'paces'>): boolean {
  return topic.paces.includes('off');
}
