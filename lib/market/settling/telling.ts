import { showId } from '@/lib/core/id';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { thanksFor } from './store';

/** What the customer wrote. */
type Facts = { reason?: string };
type Event = { conversationId: string; responseId: string };

export const telling = {
  'response.chosen': {
    line: { says: () => 'Expert chosen, request closed', lamp: 'go' },
    news: {
      'response.chosen': {
        topic: 'edits',
        to: 'company',
        subject: (d) => `${d.customer} chose ${d.expert}`,
        says: (d) => `${d.customer} chose ${d.expert} for “${d.title}”, and takes no more responses.`,
        action: 'Open the conversation',
        about: ofJob<Event, Facts>({ once: ({ responseId }) => responseId }),
      },
    },
  },
  'response.passedOver': {
    line: { says: () => 'Request closed: another expert was chosen', lamp: 'ended' },
    news: {
      'response.passedOver': {
        topic: 'edits',
        to: 'company',
        subject: () => 'A request you responded to is closed',
        says: (d) =>
          `“${d.title}” is closed: another expert was chosen.${d.reason ? ` ${d.customer} writes: ${d.reason}` : ''}`,
        action: 'Open the conversation',
        about: ofJob<Event & { requestId: string }, Facts>({
          async facts(tx, { requestId }) {
            const thanks = await thanksFor(tx, requestId);
            return thanks ? { reason: thanks } : {};
          },
          once: ({ responseId }) => responseId,
        }),
      },
    },
  },
  'response.reconsidered': {
    line: { says: () => 'The chosen expert withdrew, so no one is chosen now', lamp: 'go' },
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
  'request.reopened': {
    news: {
      'request.reopened': {
        topic: 'answers',
        to: 'customer',
        subject: (d) => `${d.expert} withdrew, and your request is open again`,
        says: (d) =>
          `You had chosen ${d.expert} for “${d.title}”. Choose another response, or wait for new ones.`,
        action: 'See the responses',
        about: ofJob<Event & { requestId: string }, Facts>({
          path: ({ requestId }) => `/requests/${showId(requestId)}`,
          once: ({ responseId }) => responseId,
        }),
      },
    },
  },
} satisfies TellingOf<Facts>;
