import { TEXT_MAX } from '@/lib/trust/reviews/rules';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const REVIEWS: Chapter = {
  slug: 'reviews',
  side: 'customers',
  title: 'Ratings and reviews',
  about: 'What you may write after a job, who reads it, and what does not belong there.',
  parts: [
    {
      id: 'when',
      title: 'When you can write one',
      text: () => (
        <>
          <p>
            Once a proposal is completed or ended, if you approved its final payment or paid for a part of it.
            Any member of the customer may write it; there is one for each proposal. Somebody who is a member
            of the company too may not. Both parts are optional:
          </p>
          <ul>
            <li>
              The <b>public review</b>: one to five stars and up to {TEXT_MAX} characters. It stands on the
              company’s page, since several experts may have worked on one job.
            </li>
            <li>
              The <b>private question</b>: would you work with this expert again? The answer is not shown to
              the expert or their company.
            </li>
          </ul>
          <Picture name="review" />
        </>
      ),
    },
    {
      id: 'good',
      title: 'A review that helps',
      text: () => (
        <ul>
          <li>Say why, not only whether you were content.</li>
          <li>Say what the work was and what came of it.</li>
          <li>Be fair, and be brief. Praise and blame are both welcome.</li>
        </ul>
      ),
    },
    {
      id: 'not',
      title: 'What does not belong there',
      text: () => (
        <ul>
          <li>Insults, threats, or calls to something illegal.</li>
          <li>Advertising, or a review by somebody who gains or loses by it.</li>
          <li>Phone numbers, addresses, or links to other sites.</li>
          <li>Secrets of the job: names of systems, keys, data.</li>
        </ul>
      ),
    },
  ],
};
