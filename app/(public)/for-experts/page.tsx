import type { Metadata } from 'next';
import { Part, Reading } from '@/components/layout/reading';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { inWords } from '@/lib/core/words';
import { percentOf } from '@/lib/job/proposals/rules';
import { COUNTING_IN_WORDS } from '@/lib/market/certifications/catalog';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { env } from '@/lib/platform/env';

export const metadata: Metadata = { title: 'Work as an expert' };

export default function ForExperts() {
  const fee = env.FEE_BASIS_POINTS;
  return (
    <Reading
      title="Work as an expert"
      note="Customers who are stuck with AWS describe what they need. You respond to the ones you can help."
      contents={[
        { id: 'begin', title: 'How to get started' },
        { id: 'need', title: 'What you need' },
        { id: 'get', title: 'What you get' },
        { id: 'keep', title: 'What you keep' },
      ]}
      actions={
        <ButtonLink href="/register" variant="primary">
          Register as an expert
        </ButtonLink>
      }
    >
      <Part id="begin" title="How to get started">
        <ol>
          <li>Say whether you work alone or for a company. On your own, you’re a company of one.</li>
          <li>Enter one certification: its name, its validation number, and your name as printed on it.</li>
          <li>Browse open requests right away. An admin compares your certification with what AWS says.</li>
        </ol>
        <p>
          The guide covers each step:{' '}
          <Link href="/guide/registering" className="link">
            Registering as an expert
          </Link>
          .
        </p>
      </Part>
      <Part id="need" title="What you need">
        <ul>
          <li>
            An active AWS certification at {COUNTING_IN_WORDS} level. Without one, you see only a request’s
            title, budget and tags, and you can’t respond.
          </li>
          <li>A company in a country this installation accepts. The form lists them.</li>
        </ul>
      </Part>
      <Part id="get" title="What you get">
        <ul>
          <li>Responding is free, and no one can buy a better spot.</li>
          <li>A proposal says what you’ll do and what it costs. Both sides see the same text.</li>
          <li>
            Access to the customer’s account without a user or key from them, through the console or with
            temporary credentials. It ends when the job is done, with proof.
          </li>
          <li>
            A payment you request is approved automatically if the customer doesn’t act on it for{' '}
            {inWords(APPROVE_WITHIN_DAYS)} days.
          </li>
        </ul>
      </Part>
      <Part id="keep" title="What you keep">
        <p>
          {fee === 0
            ? 'Everything. There’s no fee.'
            : `The fee is ${percentOf(fee)} of each payment. The rest is your company’s.`}{' '}
          <Link href="/pricing" className="link">
            See an example
          </Link>
          .
        </p>
        <p>
          <ButtonLink href="/register" variant="primary">
            Register as an expert
          </ButtonLink>
        </p>
      </Part>
    </Reading>
  );
}
