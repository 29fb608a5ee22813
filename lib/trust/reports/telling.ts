import type { TellingOf } from '@/lib/platform/telling/telling';
import { companyOf } from './store';

export const telling = {
  'review.reported': {
    news: {
      'review.reported': {
        stranger: true,
        topic: 'moderation',
        to: 'admins',
        subject: () => 'Someone reported a review',
        says: (d) => `A review of ${d.company} was reported.`,
        action: 'Check it',
        about: async (tx, { reviewId, reportId }) => [
          { facts: { company: await companyOf(tx, reviewId) }, path: '/admin/reviews', once: reportId },
        ],
      },
    },
  },
} satisfies TellingOf;
