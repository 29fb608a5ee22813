import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import type { TopicName } from '@/lib/platform/telling/telling';

/** When a digest is sent, by the person's own clock. */
export const MORNING_HOUR = 8;

/** How a topic reaches somebody's mailbox. The bell shows everything in any case. */
export const PACES = ['immediate', 'digest', 'off'] as const;
export type Pace = (typeof PACES)[number];

export const PACE_LABELS: Record<Pace, string> = {
  immediate: 'Right away',
  digest: 'Once a day',
  off: 'No email',
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
    label: 'Responses to your requests',
    about: 'An expert responds to a request, or no one has responded to it yet.',
    side: 'customer',
    because: 'you’re a member of a customer account that posted a request',
    pace: 'immediate',
    paces: ANY,
  },
  edits: {
    label: 'Requests you responded to',
    about: 'The customer edits it, or chooses someone. A response that waited for a certification is sent.',
    side: 'company',
    because: 'your company responded to a request',
    pace: 'immediate',
    paces: ANY,
  },
  searches: {
    label: 'Saved searches',
    about: 'A saved search finds new requests. Choose right away or every morning in each search.',
    side: 'company',
    because: 'you saved a search for open requests',
    pace: 'immediate',
    paces: ANY,
  },
  messages: {
    label: 'Messages',
    about: 'Someone writes in one of your conversations. One email until you’ve read them.',
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
    label: 'Payments waiting for you',
    about: 'A payment to approve, a bank that asks you to confirm, or a charge that failed.',
    side: 'customer',
    because: 'you can approve payments for a customer account',
    pace: 'immediate',
    paces: ['immediate', 'digest'],
    why: `A payment that no one decides is approved automatically on day ${APPROVE_WITHIN_DAYS}, so we always tell you.`,
  },
  payments: {
    label: 'Payments made',
    about: 'A payment is approved, is declined or has succeeded.',
    side: 'everyone',
    because: 'you take part in a job',
    pace: 'immediate',
    paces: ANY,
  },
  asked: {
    label: 'Access requests',
    about: 'An expert asks for access to an AWS account.',
    side: 'customer',
    because: 'you decide on access to a customer account’s AWS accounts',
    pace: 'immediate',
    paces: ['immediate'],
    why: 'If you can let someone into an AWS account, you should know right away.',
  },
  access: {
    label: 'Granted access',
    about: 'A role is created, couldn’t be created, is denied or is gone.',
    side: 'everyone',
    because: 'you take part in a job with access to AWS',
    pace: 'immediate',
    paces: ANY,
  },
  security: {
    label: 'Security',
    about: 'Access we couldn’t end, an expert who lost a certification, and changes to how you sign in.',
    side: 'everyone',
    because: 'it’s about the security of your account or an AWS account',
    pace: 'immediate',
    paces: ['immediate'],
    why: 'If it wasn’t you, or if someone still has access, every hour counts.',
  },
  people: {
    label: 'Members and rights',
    about: 'You get a right, or someone joins or leaves.',
    side: 'everyone',
    because: 'you’re a member of a customer account or a company',
    pace: 'immediate',
    paces: ANY,
  },
  reviews: {
    label: 'Reviews',
    about: 'A job is done and ready to review, or someone wrote a review.',
    side: 'everyone',
    because: 'you took part in a job',
    pace: 'immediate',
    paces: ANY,
  },
  certifications: {
    label: 'Your certifications',
    about: 'One is verified, rejected, revoked, about to expire or expired.',
    side: 'company',
    because: 'you have an expert profile',
    pace: 'immediate',
    paces: ANY,
  },
  verification: {
    label: 'Certifications to verify',
    about: 'An expert adds a certification, or changes their name.',
    side: 'admin',
    because: 'you’re an admin of this installation',
    pace: 'immediate',
    paces: ANY,
  },
  moderation: {
    label: 'Reviews to check',
    about: 'A review is held, or someone reports one.',
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
