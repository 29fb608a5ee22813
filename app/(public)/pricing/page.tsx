import type { Metadata } from 'next';
import { Part, Reading } from '@/components/layout/reading';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { Link } from '@/components/ui/link';
import { formatMoney } from '@/lib/core/money';
import { CURRENCY, maximumOf, percentOf, splitOfAll } from '@/lib/job/proposals/rules';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { env } from '@/lib/platform/env';

export const metadata: Metadata = { title: 'Pricing' };

/** A job as somebody might agree on it. What follows from it is worked out by the rules that real payments follow. */
const EXAMPLE = [
  { title: 'Find the slow queries', amountMinor: 40_000n },
  { title: 'Fix them and show before and after', amountMinor: 80_000n },
];

const money = (minor: bigint) => formatMoney({ minor, currency: CURRENCY });

export default function Pricing() {
  const points = env.FEE_BASIS_POINTS;
  const fee = percentOf(points);
  const maximum = maximumOf(EXAMPLE);
  const { feeMinor, netMinor } = splitOfAll(
    EXAMPLE.map(({ amountMinor }) => amountMinor),
    points,
  );
  return (
    <Reading
      title="Pricing"
      note={points === 0 ? 'There’s no fee.' : `One fee: ${fee} of each payment, paid by the expert.`}
      contents={[
        { id: 'customers', title: 'For customers' },
        { id: 'experts', title: 'For experts' },
        { id: 'example', title: 'Example' },
        { id: 'aws', title: 'What AWS costs' },
      ]}
    >
      <Part id="customers" title="For customers">
        <p>
          Posting a request, reading responses, comparing experts and chatting are free. You pay what you
          accepted in a proposal, for work you approved, and never more than its maximum. Nothing is added to
          it.
        </p>
        <p>
          The expert asks for each payment, and you approve it. If no one acts on it within{' '}
          {APPROVE_WITHIN_DAYS} days, it’s approved automatically.
        </p>
      </Part>
      <Part id="experts" title="For experts">
        <p>
          {points === 0
            ? `Your company earns everything the customer pays. ${env.OPERATOR_NAME} keeps no fee.`
            : `${env.OPERATOR_NAME} keeps ${fee} of each payment as a fee. The rest is your company’s.`}{' '}
          Responding and being listed are free, and no one can buy a better place in a list. Every proposal
          shows the fee. It’s fixed when the proposal is accepted, so a later change doesn’t affect it.
        </p>
      </Part>
      <Part id="example" title="Example">
        <p>A proposal with {EXAMPLE.length} milestones, both done and approved:</p>
        <DescriptionList
          items={[
            ...EXAMPLE.map(({ title, amountMinor }) => ({ term: title, value: money(amountMinor) })),
            { term: 'The customer pays', value: <b>{money(maximum)}</b> },
            { term: `Fee, ${fee}`, value: money(feeMinor) },
            { term: 'The company earns', value: <b>{money(netMinor)}</b> },
          ]}
        />
      </Part>
      <Part id="aws" title="What AWS costs">
        <p>
          AWS bills you for what runs in your account, including what an expert created there. That’s not part
          of a proposal’s price. Ask about it in the chat, and check{' '}
          <Link href="/guide/access" className="link">
            what access can spend
          </Link>{' '}
          before you accept it.
        </p>
        <p className="flex flex-wrap gap-2">
          <ButtonLink href="/requests/new" variant="primary">
            Post a request
          </ButtonLink>
          <ButtonLink href="/for-experts">Work as an expert</ButtonLink>
        </p>
      </Part>
    </Reading>
  );
}
