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

export const metadata: Metadata = { title: 'Frequently asked questions' };

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
    title: 'What does it cost to hire an expert?',
    answer: (
      <p>
        What you accept in a proposal, and nothing on top. The fee, {percentOf(env.FEE_BASIS_POINTS)} of each
        payment, is paid by the expert. See {link('/pricing', 'pricing')}.
      </p>
    ),
  },
  {
    id: 'checked',
    title: 'How do I know an expert is qualified?',
    answer: (
      <p>
        They need an AWS certification at {COUNTING_IN_WORDS} level. An admin compares its number and the name
        on it with what AWS says. When it expires, the expert can no longer respond to requests or ask for
        access.
      </p>
    ),
  },
  {
    id: 'email',
    title: 'Do experts see my email address?',
    answer: <p>No. They see the name you choose for the request. You talk to them in the chat here.</p>,
  },
  {
    id: 'password',
    title: 'Do I have to share a password or an access key?',
    answer: (
      <p>
        Never. You create two roles in your account from a template you can read first. The expert’s role is
        made for one job and goes when the job ends. See {link('/guide/access', 'access')}.
      </p>
    ),
  },
  {
    id: 'long',
    title: 'How long does access last?',
    answer: (
      <p>
        Until the job ends, you revoke it, or it reaches the end date you chose: {DAYS.usual} days unless you
        say otherwise, {DAYS.most} at most.
      </p>
    ),
  },
  {
    id: 'revoke',
    title: 'What if AWS doesn’t respond while access is ending?',
    answer: (
      <p>
        Then we don’t call it ended. The page shows what we know and what we don’t, what we’re trying again,
        and what you can do yourself in the AWS console.
      </p>
    ),
  },
  {
    id: 'silent',
    title: 'What if I don’t act on a payment request?',
    answer: (
      <p>
        We tell you when it arrives, and its page shows the time left. After {APPROVE_WITHIN_DAYS} days it’s
        approved automatically. You can’t turn off emails about it.
      </p>
    ),
  },
  {
    id: 'refunds',
    title: 'Can I get my money back?',
    answer: (
      <p>
        Check the work before you approve a payment: once approved, it’s final on this site. Groundcrew
        doesn’t offer refunds yet. Anything you agree on with the expert’s company afterward is between the
        two of you. See {link('/guide/payments#refunds', 'refunds')}.
      </p>
    ),
  },
  {
    id: 'delete',
    title: 'Can I delete a request?',
    answer: (
      <p>
        No. Others have read it and responded. You can turn off Accepting new responses or edit the request.
        Earlier versions stay readable.
      </p>
    ),
  },
  {
    id: 'mail',
    title: 'Can I get fewer emails?',
    answer: (
      <p>
        Yes. Under {link('/settings/notifications', 'Email notifications')}, choose for each type: right away,
        once a day, or never. Each email has a link that turns off its type without signing in. We always
        email you about payments waiting for you, requests for access, and security.
      </p>
    ),
  },
  {
    id: 'browsers',
    title: 'Which browsers work?',
    answer: (
      <p>
        {new Intl.ListFormat('en-GB').format(BROWSERS)}, or newer. Reading and most forms also work without
        JavaScript.
      </p>
    ),
  },
  {
    id: 'own',
    title: 'Can I run Groundcrew myself?',
    answer: (
      <p>
        Yes. It’s free software under the Apache 2.0 license. If you run an installation, you set the fee and
        are responsible for its data.
      </p>
    ),
  },
];

export default function Faq() {
  const all = questions();
  return (
    <Reading title="Frequently asked questions" contents={all.map(({ id, title }) => ({ id, title }))}>
      {all.map(({ id, title, answer }) => (
        <Part key={id} id={id} title={title}>
          {answer}
        </Part>
      ))}
    </Reading>
  );
}
