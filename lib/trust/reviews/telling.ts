import { showId } from '@/lib/core/id';
import { ofJob, type TellingOf } from '@/lib/platform/telling/telling';
import { STARS, TEXT_MAX } from './rules';
import { starsOf } from './store';

export const telling = {
  'review.invited': {
    news: {
      'review.invited': {
        topic: 'reviews',
        to: 'customer',
        subject: (d) => `How was working with ${d.expert}?`,
        says: (d) =>
          `“${d.title}” is over. Rate ${d.company} and write a review of up to ${TEXT_MAX} characters.`,
        action: 'Write a review',
        about: ofJob<{ conversationId: string; proposalId: string }>({
          path: ({ conversationId }) => `/conversations/${showId(conversationId)}/review`,
          once: ({ proposalId }) => proposalId,
        }),
      },
    },
  },
  'review.written': {
    line: {
      mark: 'star',
      about: async (tx, { reviewId }) => ({ id: reviewId, facts: await starsOf(tx, reviewId) }),
      path: () => '#agreed',
      says: ({ stars }, acted) => [
        acted ? 'wrote a review ·' : 'Review published ·',
        `${stars} of ${STARS.max} stars`,
      ],
    },
    news: {
      'review.written': {
        topic: 'reviews',
        to: 'company',
        subject: () => 'A customer reviewed your work',
        says: (d) => `${d.customer} reviewed your work on “${d.title}”.`,
        action: 'Read review',
        about: ofJob<{ conversationId: string; reviewId: string }>({ once: ({ reviewId }) => reviewId }),
      },
    },
  },
  'review.held': {
    news: {
      'review.held': {
        stranger: true,
        topic: 'moderation',
        to: 'admins',
        subject: () => 'A review waits to be checked',
        says: (d) => `A review of ${d.company} has something an admin should look at before it’s published.`,
        action: 'Check it',
        about: ofJob<{ conversationId: string; reviewId: string }>({
          path: () => '/admin/reviews',
          once: ({ reviewId }) => reviewId,
        }),
      },
    },
  },
} satisfies TellingOf;
