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
        subject: () => 'Nobody has answered your request yet',
        says: (d) =>
          `“${d.title}” has had no answer for ${inWords(UNANSWERED_DAYS)} days. See what may help, each with one press.`,
        action: 'See what may help',
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
