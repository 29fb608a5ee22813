import { showId } from '@/lib/core/id';
import { inWords } from '@/lib/core/text';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { UNANSWERED_DAYS } from './advice-rules';
import { conversationsOn, memberIdsOf, namesOf } from './store';

export const telling = {
  'request.unanswered': {
    news: {
      'request.unanswered': {
        topic: 'answers',
        subject: () => 'Nobody has answered your request yet',
        says: (d) =>
          `“${d.title}” has had no answer for ${inWords(UNANSWERED_DAYS)} days. See what may help, each with one press.`,
        action: 'See what may help',
        about: async (tx, { requestId, customerId }) => [
          {
            people: await memberIdsOf(tx, customerId),
            facts: await namesOf(tx, requestId),
            path: `/requests/${showId(requestId)}`,
            once: requestId,
          },
        ],
      },
    },
  },
  /** Everybody who answered is told, of each edit. */
  'request.edited': {
    news: {
      'request.edited': {
        topic: 'edits',
        to: 'company',
        subject: () => 'A request that you answered was edited',
        says: (d) => `${d.customer} changed “${d.title}”. Read what it says now.`,
        action: 'Read the request',
        about: async (tx, { requestId }) => {
          const once = `${requestId}:${(await tx.now()).getTime()}`;
          const path = `/work/${showId(requestId)}`;
          const conversations = await conversationsOn(tx, requestId);
          return conversations.map((conversationId) => ({ conversationId, facts: {}, path, once }));
        },
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
        about: ofJob<{ conversationId: string; requestId: string; responseId: string }>({
          path: ({ requestId }) => `/requests/${showId(requestId)}`,
          once: ({ responseId }) => responseId,
        }),
      },
    },
  },
} satisfies TellingOf;
