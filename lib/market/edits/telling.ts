import { showId } from '@/lib/core/id';
import type { TellingOf } from '@/lib/platform/telling/telling';
import { conversationsOn } from './store';

export const telling = {
  /** Everybody who answered is told, of each edit. */
  'request.edited': {
    news: {
      'request.edited': {
        topic: 'edits',
        to: 'company',
        subject: () => 'A request you responded to was edited',
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
} satisfies TellingOf;
