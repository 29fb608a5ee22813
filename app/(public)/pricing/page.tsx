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
  { title: 'Mend them and show the difference', amountMinor: 80_000n },
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
      note={
        points === 0 ? 'There is no fee.' : `One fee: ${fee} of each payment, borne by the expert’s company.`
      }
      contents={[
        { id: 'customers', title: 'For customers' },
        { id: 'experts', title: 'For experts' },
        { id: 'example', title: 'An example' },
        { id: 'aws', title: 'What AWS costs' },
      ]}
    >
      <Part id="customers" title="For customers">
        <p>
          Posting a request, reading answers, comparing and chatting are free. You pay what you accepted in a
          proposal, for work that you approved, and never more than the proposal’s maximum. Nothing is added
          to it.
        </p>
        <p>
          Each payment is asked for by the expert and approved by you. One that nobody answers within{' '}
          {APPROVE_WITHIN_DAYS} days is approved by itself.
        </p>
      </Part>
      <Part id="experts" title="For experts">
        <p>
          {points === 0
            ? `Your company earns the whole of what the customer pays. ${env.OPERATOR_NAME} keeps no fee.`
            : `Of each payment ${fee} is kept as the fee of ${env.OPERATOR_NAME}; the rest is your company’s.`}{' '}
          There is no price for answering, for being listed, or for a better place in a list. The fee stands
          on every proposal, and it is fixed when the proposal is accepted: a later change does not touch it.
        </p>
      </Part>
      <Part id="example" title="An example">
        <p>A proposal of {EXAMPLE.length} milestones, both done and approved:</p>
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
          AWS bills the customer for what runs in the customer’s account, also for what an expert made there.
          That is not part of a proposal’s price. Ask for it in the chat, and look at{' '}
          <Link href="/guide/access" className="link">
            what an access can spend
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
