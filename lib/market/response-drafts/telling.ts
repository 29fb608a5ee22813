import { showId } from '@/lib/core/id';
import type { TellingOf } from '@/lib/platform/telling/telling';
import { answeredRequest } from './store';

/** Why an answer that waited was not sent. */
type Facts = { reason?: string };

export const telling = {
  /** Whoever wrote an answer that waited is told what became of it. */
  'held.sent': {
    news: {
      'held.sent': {
        topic: 'edits',
        subject: () => 'We sent your response',
        says: (d) => `Your response to “${d.title}” waited for your certification. ${d.customer} has it now.`,
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
        subject: () => 'We couldn’t send your response',
        says: (d) => `We didn’t send your response to “${d.title}”. ${d.reason} We kept the text as a draft.`,
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
