import { showId } from '@/lib/core/id';
import { formatMoney } from '@/lib/core/money';

export type Outcome = {
  /** Completed, or ended by the customer before that. */
  completed: boolean;
  paidMinor: bigint;
  /** Approved, and not paid yet. */
  dueMinor: bigint;
  currency: string;
  /** Null: nobody was given access. */
  access: 'ended' | 'ending' | null;
  review: 'written' | 'open' | null;
};

/** What became of a job that is over, in a line: only what is true, and what is still open by its name. */
export function outcomeInWords(outcome: Outcome, ofCustomer: boolean): { who: string; what: string } {
  const money = (minor: bigint) => formatMoney({ minor, currency: outcome.currency }, { short: true });
  const parts = [
    outcome.paidMinor > 0n ? `${money(outcome.paidMinor)} paid` : null,
    outcome.dueMinor > 0n ? `${money(outcome.dueMinor)} not paid yet` : null,
    outcome.paidMinor + outcome.dueMinor === 0n ? 'nothing paid' : null,
    outcome.access === 'ended' ? 'access ended' : null,
    outcome.access === 'ending' ? 'access ending' : null,
    outcome.review === 'written' ? 'reviewed' : null,
  ].filter((part) => part !== null);
  const [first = '', ...others] = parts;
  const told = [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ');
  return {
    who: outcome.completed ? 'Done' : 'Ended',
    what: ofCustomer && outcome.review === 'open' ? `${told}. Next: review it.` : told,
  };
}

type Hired = { company: { id: string }; response: { expert: { id: string } } };

/** A direct request to the same expert. */
export function hireAgain({ company, response }: Hired): string {
  return `/requests/new?to=${showId(company.id)}&expert=${showId(response.expert.id)}`;
}
