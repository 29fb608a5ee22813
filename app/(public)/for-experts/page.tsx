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
      note="Customers who are stuck with AWS describe what they need. You answer those whom you can help."
      contents={[
        { id: 'begin', title: 'How to begin' },
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
      <Part id="begin" title="How to begin">
        <ol>
          <li>Say whether you work alone or for a company. Alone, you are a company of one.</li>
          <li>Enter one certification: its name, its validation number, and your name as printed on it.</li>
          <li>Look at open requests at once. An admin compares your certification with what AWS says.</li>
        </ol>
        <p>
          The guide tells each step:{' '}
          <Link href="/guide/registering" className="link">
            Registering as an expert
          </Link>
          .
        </p>
      </Part>
      <Part id="need" title="What you need">
        <ul>
          <li>
            An AWS certification in force of the level {COUNTING_IN_WORDS}. Without one you see of a request
            only its title, budget and tags, and cannot answer it.
          </li>
          <li>A company in a country that this installation accepts; the form lists them.</li>
        </ul>
      </Part>
      <Part id="get" title="What you get">
        <ul>
          <li>Answering costs nothing, and nobody can buy a better place.</li>
          <li>A proposal says what you do and what it costs, and both sides see the same text.</li>
          <li>
            Access to the customer’s account without a user or a key of theirs: through the console or as
            temporary credentials, ended and proven when the job is done.
          </li>
          <li>
            A payment that you have asked for is approved by itself when the customer does not answer for{' '}
            {inWords(APPROVE_WITHIN_DAYS)} days.
          </li>
        </ul>
      </Part>
      <Part id="keep" title="What you keep">
        <p>
          {fee === 0
            ? 'Everything: there is no fee.'
            : `Of each payment ${percentOf(fee)} is kept as the fee; the rest is your company’s.`}{' '}
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
