import { showId } from '@/lib/core/id';
import { inWords } from '@/lib/core/words';
import type { TellingOf } from '@/lib/platform/telling/telling';
import { UNANSWERED_DAYS } from './rules';
import { unansweredToTell } from './store';

export const telling = {
  'request.unanswered': {
    news: {
      'request.unanswered': {
        topic: 'answers',
        subject: () => 'No responses to your request yet',
        says: (d) =>
          `“${d.title}” has had no responses for ${inWords(UNANSWERED_DAYS)} days. See what can help, each with one click.`,
        action: 'See what can help',
        about: async (tx, { requestId }) => [
          {
            ...(await unansweredToTell(tx, requestId)),
            path: `/requests/${showId(requestId)}`,
            once: requestId,
          },
        ],
      },
    },
  },
} satisfies TellingOf;
