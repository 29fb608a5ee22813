import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';

type Event = { conversationId: string; responseId: string };

const inConversation = ofJob<Event>({ once: ({ responseId }) => responseId });

export const telling = {
  'response.sent': {
    news: {
      'response.sent': {
        stranger: true,
        topic: 'answers',
        to: 'customer',
        subject: (d) => `${d.expert} answered your request`,
        says: (d) => `${d.expert} of ${d.company} answered “${d.title}”. Read the answer, chat, and compare.`,
        action: 'Read the answer',
        about: inConversation,
      },
    },
  },
  'response.opened': {
    line: {
      says: ({ origin }) =>
        origin === 'client'
          ? 'The company invited its client, who accepted'
          : 'The customer asked this company directly',
      lamp: 'turn',
    },
    news: {
      'request.direct': {
        when: ({ origin }) => origin === 'direct',
        stranger: true,
        topic: 'messages',
        to: 'company',
        subject: (d) => `${d.customer} asks you directly`,
        says: (d) => `${d.customer} sent “${d.title}” to ${d.company} alone. Read it and write back.`,
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
    line: { says: () => 'The response was withdrawn', lamp: 'ended' },
  },
} satisfies TellingOf;
