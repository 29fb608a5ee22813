import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Part, Reading } from '@/components/layout/reading';
import { Link } from '@/components/ui/link';
import { DAYS } from '@/lib/access/permission-requests/schema';

import { percentOf } from '@/lib/job/proposals/rules';
import { COUNTING_IN_WORDS } from '@/lib/market/certifications/catalog';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { env } from '@/lib/platform/env';
import { BROWSERS } from '../browsers';

export const metadata: Metadata = { title: 'Questions and answers' };

type Question = { id: string; title: string; answer: ReactNode };

const link = (href: string, text: string) => (
  <Link href={href} className="link">
    {text}
  </Link>
);

const questions = (): Question[] => [
  {
    id: 'aws',
    title: 'Is this part of Amazon Web Services?',
    answer: (
      <p>
        No. {env.OPERATOR_NAME} runs this installation of Groundcrew, which is free software. AWS closed its
        own service of this kind, AWS IQ, on 28 May 2026.
      </p>
    ),
  },
  {
    id: 'cost',
    title: 'What does it cost me as a customer?',
    answer: (
      <p>
        What you accept in a proposal, and nothing on top. Of each payment {percentOf(env.FEE_BASIS_POINTS)}{' '}
        is kept as the fee, which the expert’s company bears. See {link('/pricing', 'pricing')}.
      </p>
    ),
  },
  {
    id: 'checked',
    title: 'How do I know that an expert is one?',
    answer: (
      <p>
        They need an AWS certification of the level {COUNTING_IN_WORDS}. An admin compares its number and the
        name on it with what AWS says. When it expires, the expert can no longer answer requests or ask for
        access.
      </p>
    ),
  },
  {
    id: 'email',
    title: 'Do experts see my e-mail address?',
    answer: <p>No. They see the name that you choose for the request. You talk to them in the chat here.</p>,
  },
  {
    id: 'password',
    title: 'Must I give somebody a password or an access key?',
    answer: (
      <p>
        Never. You make two roles in your account from a template that you can read first. The expert’s role
        is made for one job and goes with it. See {link('/guide/access', 'access')}.
      </p>
    ),
  },
  {
    id: 'long',
    title: 'How long does an access last?',
    answer: (
      <p>
        Until the job ends, until you revoke it, or until the end that you chose when you accepted it:{' '}
        {DAYS.usual} days unless you say otherwise, {DAYS.most} at most.
      </p>
    ),
  },
  {
    id: 'revoke',
    title: 'What if AWS does not answer while an access is ending?',
    answer: (
      <p>
        Then it is not called ended. The page says what is known and what is not, what is tried again, and
        what you can do yourself in the AWS console.
      </p>
    ),
  },
  {
    id: 'silent',
    title: 'What if I do not answer a payment request?',
    answer: (
      <p>
        You are told when it is asked for, and its page shows the time that is left. After{' '}
        {APPROVE_WITHIN_DAYS} days it is approved by itself. Mail about it cannot be turned off.
      </p>
    ),
  },
  {
    id: 'refunds',
    title: 'Can I get my money back?',
    answer: (
      <p>
        Look at the work before you approve a payment: once approved, it is final on this site. Groundcrew has
        no refunds of its own yet; what you and the expert’s company agree on afterwards is between the two of
        you. See {link('/guide/payments#refunds', 'refunds')}.
      </p>
    ),
  },
  {
    id: 'delete',
    title: 'Can I delete a request?',
    answer: (
      <p>
        No, since others have read and answered it. Turn off “Accepting new responses”, or edit it: what it
        said before stays readable.
      </p>
    ),
  },
  {
    id: 'mail',
    title: 'Can I get less mail?',
    answer: (
      <p>
        Yes, for each kind of news: at once, once a day, or not at all, under{' '}
        {link('/settings/notifications', 'what is mailed to you')}. Each mail has a link that turns off its
        kind without signing in. Only money that waits for you, access that is asked for, and security always
        come.
      </p>
    ),
  },
  {
    id: 'browsers',
    title: 'Which browsers work?',
    answer: (
      <p>
        {new Intl.ListFormat('en-GB').format(BROWSERS)}, and what is newer. Reading and most forms also work
        without JavaScript.
      </p>
    ),
  },
  {
    id: 'own',
    title: 'Can I run Groundcrew myself?',
    answer: (
      <p>
        Yes. It is free software under the Apache 2.0 licence. Whoever runs an installation sets the fee and
        answers for its data.
      </p>
    ),
  },
];

export default function Faq() {
  const all = questions();
  return (
    <Reading title="Questions and answers" contents={all.map(({ id, title }) => ({ id, title }))}>
      {all.map(({ id, title, answer }) => (
        <Part key={id} id={id} title={title}>
          {answer}
        </Part>
      ))}
    </Reading>
  );
}
