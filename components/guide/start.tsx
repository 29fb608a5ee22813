import { Link } from '@/components/ui/link';
import type { Chapter } from './chapter';
import { Picture } from './picture';

export const START: Chapter = {
  slug: 'start',
  side: 'customers',
  title: 'Getting started',
  about: 'What Groundcrew is, who is who, and what you need.',
  parts: [
    {
      id: 'what',
      title: 'What Groundcrew is',
      text: ({ operator }) => (
        <>
          <p>
            Groundcrew brings you together with certified experts who work in your AWS account with you or for
            you. You describe a problem, read who answers, agree on the work and the most it can cost, let one
            expert in for exactly this job, watch what is done, and pay when it is done. Then the access ends,
            and you can see that it has.
          </p>
          <p>
            {operator} runs this installation. It is not part of Amazon Web Services, and it is not a party to
            what you agree on with an expert.
          </p>
        </>
      ),
    },
    {
      id: 'who',
      title: 'Customers, experts and companies',
      text: () => (
        <ul>
          <li>
            A <b>customer</b> asks for help: you alone, or an organisation with several members.
          </li>
          <li>
            An <b>expert</b> is a person with an AWS certification that was checked.
          </li>
          <li>
            A <b>company</b> is what experts work for, and what is paid. An expert who works alone is a
            company of one.
          </li>
        </ul>
      ),
    },
    {
      id: 'need',
      title: 'What you need',
      text: () => (
        <>
          <ul>
            <li>To post a request: an e-mail address. Signing in with it makes your account.</li>
            <li>
              To accept a proposal: a card, saved at{' '}
              <Link href="/payment-methods" className="link">
                Payment methods
              </Link>
              . Saving it charges nothing. You need the right <b>buy</b>; whoever posts alone has it.
            </li>
            <li>
              To let an expert in: an AWS account that is connected, and the right <b>grant</b>. Connecting it
              needs somebody who may create IAM roles there. See{' '}
              <Link href="/guide/rights" className="link">
                rights of members
              </Link>
              .
            </li>
            <li>A browser: Chrome 111, Firefox 128, Safari 16.4, or a newer one.</li>
          </ul>
        </>
      ),
    },
    {
      id: 'sign-in',
      title: 'Signing in',
      text: () => (
        <>
          <p>
            There is no password. Enter your e-mail address; the mail that comes holds a link and a code of
            six digits. The code works in the tab where you asked for it, the link in any browser. Both work
            once.
          </p>
          <Picture name="landing" />
        </>
      ),
    },
  ],
};
