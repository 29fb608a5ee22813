import { showId } from '@/lib/core/id';
import type { Line } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';

type Event = { conversationId: string; responseId: string };

const inConversation = ofJob<Event>({ once: ({ responseId }) => responseId });

const path: Line<never>['path'] = (id, side) => `/${side === 'customer' ? 'requests' : 'work'}/${showId(id)}`;

export const telling = {
  'response.sent': {
    news: {
      'response.sent': {
        stranger: true,
        topic: 'answers',
        to: 'customer',
        subject: (d) => `${d.expert} responded to your request`,
        says: (d) =>
          `${d.expert} of ${d.company} responded to “${d.title}”. Read the response, chat, and compare.`,
        action: 'Read the response',
        about: inConversation,
      },
    },
  },
  'response.opened': {
    line: {
      mark: 'paper',
      about: async (_tx, { requestId, origin }) => ({ id: requestId, facts: { origin } }),
      path,
      says: ({ origin }, acted) =>
        origin === 'client'
          ? [acted ? 'accepted the invitation' : 'Invitation accepted']
          : [acted ? 'sent a direct request' : 'Direct request sent'],
    },
    news: {
      'request.direct': {
        when: ({ origin }) => origin === 'direct',
        stranger: true,
        topic: 'messages',
        to: 'company',
        subject: (d) => `${d.customer} sent you a direct request`,
        says: (d) => `${d.customer} sent “${d.title}” only to ${d.company}. Read it and reply.`,
        action: 'Open the conversation',
        about: inConversation,
      },
      'client.accepted': {
        when: ({ origin }) => origin === 'client',
        topic: 'messages',
        to: 'company',
        subject: (d) => `${d.customer} accepted your invitation`,
        says: (d) => `The private conversation about “${d.title}” is open.`,
        action: 'Open the conversation',
        about: inConversation,
      },
    },
  },
  'response.withdrawn': {
    line: {
      mark: 'no',
      about: async (_tx, { requestId }) => ({ id: requestId, facts: {} }),
      path,
      says: (_facts, acted) => [acted ? 'withdrew the response' : 'Response withdrawn'],
    },
  },
} satisfies TellingOf;
