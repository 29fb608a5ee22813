import { showId } from '@/lib/core/id';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { answeredRequest } from './store';

/** What the customer wrote, or why an answer that waited was not sent. */
type Facts = { reason?: string };
type Event = { conversationId: string; responseId: string };

const inConversation = ofJob<Event, Facts>({ once: ({ responseId }) => responseId });

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
  'response.chosen': {
    line: { says: () => 'The customer chose this expert; the request is settled', lamp: 'go' },
    news: {
      'response.chosen': {
        topic: 'edits',
        to: 'company',
        subject: (d) => `${d.customer} chose ${d.expert}`,
        says: (d) => `${d.customer} chose ${d.expert} for “${d.title}”, and takes no more responses.`,
        action: 'Open the conversation',
        about: inConversation,
      },
    },
  },
  'response.passedOver': {
    line: { says: () => 'The request is settled: another expert was chosen', lamp: 'ended' },
    news: {
      'response.passedOver': {
        topic: 'edits',
        to: 'company',
        subject: () => 'A request that you answered is settled',
        says: (d) =>
          `“${d.title}” is settled: another expert was chosen.${d.reason ? ` ${d.customer} writes: ${d.reason}` : ''}`,
        action: 'Open the conversation',
        about: ofJob<Event & { requestId: string }, Facts>({
          async facts(tx, { requestId }) {
            const { thanks } = await answeredRequest(tx, requestId);
            return thanks ? { reason: thanks } : {};
          },
          once: ({ responseId }) => responseId,
        }),
      },
    },
  },
  'response.reconsidered': {
    line: { says: () => 'The chosen expert withdrew: nobody is chosen any more', lamp: 'go' },
    news: {
      'response.reconsidered': {
        topic: 'edits',
        to: 'company',
        subject: () => 'A request you responded to is open again',
        says: (d) => `The expert chosen for “${d.title}” withdrew. ${d.customer} can still choose you.`,
        action: 'Open the conversation',
        about: ofJob<Event & { withdrawnId: string }, Facts>({
          // A request can be settled again, and open again.
          once: ({ responseId, withdrawnId }) => `${responseId}:${withdrawnId}`,
        }),
      },
    },
  },
  /** Whoever wrote an answer that waited is told what became of it. */
  'held.sent': {
    news: {
      'held.sent': {
        topic: 'edits',
        subject: () => 'Your answer was sent',
        says: (d) =>
          `Your answer to “${d.title}” waited for your certification. It is with ${d.customer} now.`,
        action: 'Open the conversation',
        about: async (tx, { personId, requestId, responseId }) => {
          const { title, customer } = await answeredRequest(tx, requestId);
          return [
            {
              people: [personId],
              facts: { title, customer },
              path: `/conversations/${showId(responseId)}`,
              once: `${requestId}:${responseId}`,
            },
          ];
        },
      },
    },
  },
  'held.unsent': {
    news: {
      'held.unsent': {
        topic: 'edits',
        subject: () => 'An answer of yours could not be sent',
        says: (d) => `Your answer to “${d.title}” was not sent. ${d.reason} The text is kept as a draft.`,
        action: 'Open the request',
        about: async (tx, { personId, requestId, reason }) => {
          const { title, customer } = await answeredRequest(tx, requestId);
          return [
            {
              people: [personId],
              facts: { title, customer, reason },
              path: `/work/${showId(requestId)}`,
              once: `${requestId}:${tx.callId}`,
            },
          ];
        },
      },
    },
  },
} satisfies TellingOf<Facts>;
