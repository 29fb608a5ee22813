import { showId } from '@/lib/core/id';
import type { Tx } from '@/lib/platform/db/transaction';
import type { TellingOf } from '@/lib/platform/telling/telling';
import { reviewToTell } from './store';

/** `reason`: the restriction that it broke, in the guide's words. */
type Facts = { reason?: string };

/** To the author, on the page of the job. */
const toAuthor = async (tx: Tx, event: { reviewId: string; authorId: string; reason?: string }) => {
  const { conversationId, facts } = await reviewToTell(tx, event.reviewId);
  const { reason } = event;
  return [
    {
      people: [event.authorId],
      facts: { ...facts, ...(reason ? { reason } : {}) },
      path: `/conversations/${showId(conversationId)}`,
      once: `${event.reviewId}:${reason ?? 'passed'}`,
    },
  ];
};

export const telling = {
  'review.passed': {
    news: {
      'review.passed': {
        topic: 'reviews',
        subject: () => 'Your review is published',
        says: (d) => `We checked your review of ${d.company}. It’s on their page now.`,
        action: 'See the job',
        about: toAuthor,
      },
    },
  },
  'review.removed': {
    news: {
      'review.removed': {
        topic: 'reviews',
        subject: () => 'Your review was removed',
        says: (d) => `We removed your review of ${d.company}. Reason: ${d.reason}.`,
        action: 'See the job',
        about: toAuthor,
      },
    },
  },
} satisfies TellingOf<Facts>;
