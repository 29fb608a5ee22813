import { Meter, type MeterPart } from '@/components/ui/meter';
import { formatMoney } from '@/lib/core/money';
import type { ShownProposal } from '@/lib/job/proposals/queries';

type Sums = Pick<
  ShownProposal,
  'paidMinor' | 'approvedMinor' | 'awaitingMinor' | 'remainingMinor' | 'maximumMinor' | 'currency'
>;

/** What is paid, under way, awaiting approval and left, of the maximum. */
export function ProposalTimeline(sums: Sums) {
  const { paidMinor, approvedMinor, awaitingMinor, remainingMinor, maximumMinor, currency } = sums;
  const short = (minor: bigint) => formatMoney({ minor, currency }, { short: true });
  const part = (label: string, minor: bigint, tone: MeterPart['tone']): MeterPart[] =>
    minor > 0n ? [{ label, value: Number(minor), tone, shown: short(minor) }] : [];
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">
        <span className="font-semibold text-ink">{short(paidMinor)} paid</span> of at most{' '}
        {short(maximumMinor)}
      </p>
      <Meter
        label="Payments of this proposal"
        whole={Number(maximumMinor)}
        parts={[
          ...part('Paid', paidMinor, 'go'),
          ...part('Approved', approvedMinor, 'accent'),
          ...part('Awaiting approval', awaitingMinor, 'wait'),
          ...part('Left', remainingMinor, 'plain'),
        ]}
      />
    </div>
  );
}
