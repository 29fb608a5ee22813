import { showId } from '@/lib/core/id';
import { callName } from '@/lib/core/words';
import { byNobody, type Line } from '@/lib/platform/telling/line';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { expertChosen, thanksFor } from './store';

/** What the customer wrote. */
type Facts = { reason?: string };
type Event = { conversationId: string; responseId: string };

const line: Pick<Line<Event & { requestId: string }>, 'about' | 'path'> = {
  async about(tx, { requestId, responseId }) {
    return { id: requestId, facts: { expert: callName(await expertChosen(tx, responseId)) } };
  },
  path: (id, side) => `/${side === 'customer' ? 'requests' : 'work'}/${showId(id)}`,
};

export const telling = {
  'response.chosen': {
    line: { ...line, mark: 'check', says: (f) => [`chose ${f.expert} ·`, 'request closed'] },
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
    line: {
      ...line,
      mark: 'no',
      quiet: true,
      acted: byNobody,
      says: () => ['Request closed · another expert was chosen'],
    },
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
    line: {
      ...line,
      mark: 'person',
      acted: byNobody,
      says: () => ['The chosen expert withdrew · no one is chosen now'],
    },
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
