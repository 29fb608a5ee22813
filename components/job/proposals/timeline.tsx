import { Track, type TrackPoint } from '@/components/ui/track';
import { formatMoney } from '@/lib/core/money';
import type { ShownProposal } from '@/lib/job/proposals/queries';

type Sums = Pick<
  ShownProposal,
  'paidMinor' | 'approvedMinor' | 'awaitingMinor' | 'remainingMinor' | 'maximumMinor' | 'currency'
>;

/** What is paid, under way, awaiting approval and left, on one line up to the maximum. */
export function ProposalTimeline(sums: Sums) {
  const { paidMinor, approvedMinor, awaitingMinor, remainingMinor, maximumMinor, currency } = sums;
  const short = (minor: bigint) => formatMoney({ minor, currency }, { short: true });
  const points: TrackPoint[] = [];
  if (paidMinor > 0n) points.push({ label: `${short(paidMinor)} paid`, state: 'done' });
  if (approvedMinor > 0n) points.push({ label: `${short(approvedMinor)} approved`, state: 'wait' });
  if (awaitingMinor > 0n) points.push({ label: `${short(awaitingMinor)} awaiting`, state: 'wait' });
  points.push(
    remainingMinor > 0n
      ? { label: `max ${short(maximumMinor)}`, note: `${short(remainingMinor)} left`, state: 'ahead' }
      : { label: `max ${short(maximumMinor)}`, state: paidMinor === maximumMinor ? 'done' : 'ahead' },
  );
  return (
    <div className="grid gap-2.5">
      <Track label="Payments of this proposal" points={points} />
      <p className="text-sm text-muted">
        <span className="font-medium text-ink">{short(paidMinor)} paid</span> of at most {short(maximumMinor)}
      </p>
    </div>
  );
}
