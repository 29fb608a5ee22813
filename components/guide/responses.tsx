import { Link } from '@/components/ui/link';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const RESPONSES: Chapter = {
  slug: 'responses',
  side: 'customers',
  title: 'Managing responses',
  about: 'Reading answers, getting to know experts, comparing, choosing, and writing to one expert directly.',
  parts: [
    {
      id: 'read',
      title: 'Read the answers',
      text: () => (
        <>
          <p>
            <Link href="/requests" className="link">
              Requests
            </Link>{' '}
            shows how many have answered each request, and how many of them you have not read. Open a request
            to see each answer with the expert’s company, certifications, rate and rating. There is one answer
            from each company.
          </p>
          <Picture name="request-answers" />
        </>
      ),
    },
    {
      id: 'expert',
      title: 'Get to know an expert',
      text: () => (
        <p>
          Choose the name to open the company’s page. <b>Experts</b> shows each expert’s certifications, what
          they have done and their rates; <b>Reviews</b> shows what customers wrote who have paid for work.
          “New here” means that there is no review yet, and nothing worse.
        </p>
      ),
    },
    {
      id: 'chat',
      title: 'Chat before you agree',
      text: () => (
        <p>
          Every answer opens a conversation. Ask, explain, talk about time and milestones with as many experts
          as you like. It costs nothing. After a proposal is accepted, an expert may count talking as work, if
          you agreed on that. See{' '}
          <Link href="/guide/chat" className="link">
            chat
          </Link>
          .
        </p>
      ),
    },
    {
      id: 'compare',
      title: 'Compare',
      text: () => (
        <>
          <p>
            When two or more have answered, choose <b>Compare</b> on the request’s page. Certifications,
            rates, ratings, and how long they usually take to answer stand side by side; what differs stands
            out. It works on a phone.
          </p>
          <Picture name="compare" />
        </>
      ),
    },
    {
      id: 'choose',
      title: 'Put aside, choose, and thank the others',
      text: () => (
        <p>
          Archive an answer that does not suit; you find it again under Archived. When you have chosen
          somebody, one step thanks the others: they see that the request is settled, and no further answers
          come.
        </p>
      ),
    },
    {
      id: 'direct',
      title: 'Write to one expert directly',
      text: () => (
        <p>
          If you know whom you want, open their profile or their company’s, and enter your name and e-mail
          address there. You come to the same form as for any request, but only that expert or company sees
          it. You can open it to all experts later.
        </p>
      ),
    },
  ],
};
