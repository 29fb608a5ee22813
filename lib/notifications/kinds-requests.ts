import type { Kind } from './kinds';

/** What is told of requests themselves, beside their answers. */
export const REQUEST_KINDS = {
  'request.unanswered': {
    topic: 'answers',
    to: 'customer',
    subject: () => 'Nobody has answered your request yet',
    says: (d) => `“${d.title}” has had no answer for three days. See what may help, each with one press.`,
    action: 'See what may help',
  },
  'request.reopened': {
    topic: 'answers',
    to: 'customer',
    subject: (d) => `${d.expert} withdrew, and your request is open again`,
    says: (d) =>
      `You had chosen ${d.expert} for “${d.title}”. Choose another response, or wait for new ones.`,
    action: 'See the responses',
  },
  'response.reconsidered': {
    topic: 'edits',
    to: 'company',
    subject: () => 'A request you responded to is open again',
    says: (d) => `The expert chosen for “${d.title}” withdrew. ${d.customer} can still choose you.`,
    action: 'Open the conversation',
  },
  'request.direct': {
    stranger: true,
    topic: 'messages',
    to: 'company',
    subject: (d) => `${d.customer} asks you directly`,
    says: (d) => `${d.customer} sent “${d.title}” to ${d.company} alone. Read it and write back.`,
    action: 'Open the conversation',
  },
  'client.accepted': {
    topic: 'messages',
    to: 'company',
    subject: (d) => `${d.customer} accepted your invitation`,
    says: (d) => `The private conversation about “${d.title}” is open.`,
    action: 'Open the conversation',
  },
  'request.edited': {
    topic: 'edits',
    to: 'company',
    subject: () => 'A request that you answered was edited',
    says: (d) => `${d.customer} changed “${d.title}”. Read what it says now.`,
    action: 'Read the request',
  },
} as const satisfies Record<string, Kind>;
