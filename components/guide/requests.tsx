import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import {
  BUDGET_LABELS,
  CONTACT_EMAIL_MAX,
  CONTACT_NAME,
  DESCRIPTION,
  LOCATION_LABELS,
  TITLE,
} from '@/lib/market/requests/schema';
import type { Chapter } from './chapter';
import { Picture } from './picture';

const TITLES = [
  { avoid: 'Need help', rather: 'IAM: a Lambda function is not allowed to read a bucket' },
  { avoid: 'Blocked', rather: 'Cannot connect to an RDS database from ECS' },
  { avoid: 'Question', rather: 'A guided tour of SageMaker for a team of four' },
  { avoid: 'Feedback', rather: 'Review of our plan for a second Region' },
];

const number = (value: number) => value.toLocaleString('en');

export const REQUESTS: Chapter = {
  slug: 'requests',
  side: 'customers',
  title: 'Creating a request',
  about: 'From the first words to a request that gets good answers, and how to stop answers.',
  parts: [
    {
      id: 'create',
      title: 'Create a request',
      text: () => (
        <>
          <ol>
            <li>
              On the{' '}
              <Link href="/" className="link">
                first page
              </Link>
              , enter a title and a description, and choose <b>Next</b>. What you typed is kept while you sign
              in.
            </li>
            <li>Sign in with your e-mail address.</li>
            <li>
              Look through the review page, fill in what is missing, and choose <b>Post request</b>.
            </li>
          </ol>
          <p>
            <Link href="/requests/new" className="link">
              Get started now
            </Link>{' '}
            leads to the whole form at once. A draft is kept with your account, so you can go on with it on
            another device. You can have several requests at the same time.
          </p>
          <Picture name="request-new" />
        </>
      ),
    },
    {
      id: 'title',
      title: 'The title',
      text: () => (
        <>
          <p>
            Experts look through titles. Name the service and the problem. A title has {TITLE.min} to{' '}
            {TITLE.max} characters.
          </p>
          <Table
            caption="Titles to avoid, and what to write"
            columns={[
              { head: 'Rather not', cell: (row) => row.avoid },
              { head: 'Rather', cell: (row) => row.rather, main: true },
            ]}
            rows={TITLES}
            rowKey={(row) => row.avoid}
          />
        </>
      ),
    },
    {
      id: 'description',
      title: 'The description',
      text: () => (
        <>
          <p>
            Write what you want to have in the end, what you have tried, which services it is about, and by
            when. That saves a round of questions. It is plain text of {number(DESCRIPTION.min)} to{' '}
            {number(DESCRIPTION.max)} characters, and line breaks are kept.
          </p>
          <blockquote>
            Our shop runs on two EC2 servers behind a load balancer. Since we moved the database to Aurora,
            checkout takes eight seconds in the evening. We have looked at CPU and connections and found
            nothing. We want to know the cause and have it mended, with a page on what was changed. The
            evening of the 12th must be quiet.
          </blockquote>
          <p>
            Leave out phone numbers, addresses, passwords and keys. If something in the text looks like one,
            you are asked before it is posted.
          </p>
        </>
      ),
    },
    {
      id: 'budget',
      title: 'Budget, location, tags and places',
      text: () => (
        <>
          <p>
            Choose what the work may cost: {Object.values(BUDGET_LABELS).join(', ')}. It tells experts what
            you have in mind and binds nobody.
          </p>
          <p>
            If you would rather work with somebody near you, choose where:{' '}
            {Object.values(LOCATION_LABELS).join(', ')}. It is a wish. Experts from anywhere see your request
            and may answer it.
          </p>
          <p>
            Services and Regions are tags by which experts search. You can also say how many responses may be
            open at the same time: when all places are taken, experts see that, and one becomes free when a
            response is withdrawn.
          </p>
        </>
      ),
    },
    {
      id: 'name',
      title: 'Your name and e-mail address',
      text: () => (
        <>
          <p>
            The name ({CONTACT_NAME.min} to {CONTACT_NAME.max} characters) is what experts call you. The
            e-mail address (at most {CONTACT_EMAIL_MAX} characters) is used to write to you and is never shown
            to experts. Both are filled in from your account, and you can change them for each request.
            Another address than your own has to be proven first: a mail with a link goes to it, and until you
            open that link, mail comes to your own.
          </p>
        </>
      ),
    },
    {
      id: 'next',
      title: 'After posting',
      text: () => (
        <p>
          Answers come within a few minutes to a few days, and you get an e-mail for each.{' '}
          <Link href="/requests" className="link">
            Requests
          </Link>{' '}
          lists what you have posted. To change a request, choose the pencil: what it said before stays
          readable, and whoever has answered is told. If nobody has answered after three days, you are told
          what may help.
        </p>
      ),
    },
    {
      id: 'stop',
      title: 'Stop receiving responses',
      text: () => (
        <>
          <p>
            When you have enough answers, or need the work no more, turn off <b>Accepting new responses</b> on
            the request’s page. Answers that are there stay, and you can go on with them. Turn it on again
            whenever you like.
          </p>
          <p>A request cannot be deleted: others have read it and answered.</p>
        </>
      ),
    },
  ],
};
