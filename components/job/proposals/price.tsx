import { Tick } from '@/components/ui/tick';
import { formatMoney } from '@/lib/core/money';
import type { OneProposal } from '@/lib/job/proposals/queries';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';

/** The most that it can cost, and in how many steps. */
export function Price({ proposal }: { proposal: OneProposal }) {
  const { maximumMinor: minor, currency, milestones } = proposal;
  const count = milestones.length === 1 ? '1 milestone' : `${milestones.length} milestones`;
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3">
      <span className="text-3xl font-semibold tracking-tight">
        {formatMoney({ minor, currency }, { short: true })}
      </span>
      <span className="text-sm text-muted">at most, in {count}</span>
    </p>
  );
}

/** What follows from accepting, in the order in which it comes. */
export function Consequences({ proposal }: { proposal: OneProposal }) {
  const { milestones, currency } = proposal;
  const [first, second] = milestones.map(({ amountMinor: minor }) =>
    formatMoney({ minor, currency }, { short: true }),
  );
  const payments =
    milestones.length === 1
      ? 'You approve the payment.'
      : milestones.length === 2
        ? `You approve ${first} first, then ${second}.`
        : `You approve each of the ${milestones.length} payments, ${first} first.`;
  return (
    <ul className="mt-2.5 grid gap-1.5 text-sm">
      {[
        'Nothing is charged when you accept.',
        payments,
        `A payment request you don’t decide on is approved automatically on day ${APPROVE_WITHIN_DAYS}.`,
        'You decide on each access request.',
      ].map((sentence) => (
        <li key={sentence} className="flex gap-2">
          <Tick className="mt-0.75 text-faint" />
          {sentence}
        </li>
      ))}
    </ul>
  );
}
